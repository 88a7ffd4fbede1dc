import { certutil } from './certutil';
import { type CommandResult, certreq, words } from './command-line';
import { type Console, seatOf } from './console';
import { managementShell } from './management-shell';

const PROGRAMS: Readonly<Record<string, typeof certreq>> = { certreq, certutil };

/** Types a command: `certreq …` or `certutil …` at a command prompt, anything else in the Lync Server Management Shell. */
export function typeCommand(console: Console, line: string): Console {
  const seat = seatOf(console);
  const program = PROGRAMS[words(line)[0]?.toLowerCase() ?? ''];
  const { deployment, output }: CommandResult = (program ?? managementShell)(console.deployment, seat, line);
  const shell = program ? 'Command Prompt' : 'Lync Server Management Shell';
  return { ...console, deployment, typed: [...console.typed, { shell, on: seat.on, text: line, output }] };
}
