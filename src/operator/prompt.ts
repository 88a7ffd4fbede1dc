import { certreq, words } from './command-line';
import { type Console, seatOf } from './console';
import { managementShell } from './management-shell';

/** Types a command: `certreq …` at a command prompt, anything else in the Lync Server Management Shell. */
export function typeCommand(console: Console, line: string): Console {
  const seat = seatOf(console);
  const isCertreq = words(line)[0]?.toLowerCase() === 'certreq';
  const { deployment, output } = (isCertreq ? certreq : managementShell)(console.deployment, seat, line);
  const shell = isCertreq ? 'Command Prompt' : 'Lync Server Management Shell';
  return { ...console, deployment, typed: [...console.typed, { shell, on: seat.on, text: line, output }] };
}
