import { deleteFile } from '../windows/file-system';
import type { Seat } from '../windows/program';
import type { Deployment } from '../world/deployment';
import { certutil } from './certutil';
import { type CommandResult, certreq, words } from './command-line';
import { type Console, seatOf } from './console';
import { managementShell } from './management-shell';

const PROGRAMS: Readonly<Record<string, typeof certreq>> = { certreq, certutil, del };

/** Types a command: `certreq …`, `certutil …` or `del …` at a command prompt, anything else in the Lync Server Management Shell. */
export function typeCommand(console: Console, line: string): Console {
  const seat = seatOf(console);
  const program = PROGRAMS[words(line)[0]?.toLowerCase() ?? ''];
  const { deployment, output }: CommandResult = (program ?? managementShell)(console.deployment, seat, line);
  const shell = program ? 'Command Prompt' : 'Lync Server Management Shell';
  return { ...console, deployment, typed: [...console.typed, { shell, on: seat.on, text: line, output }] };
}

/** `del "C:\\folder\\file"`. Refusals: those of files. */
function del(deployment: Deployment, { on }: Seat, line: string): CommandResult {
  const [, path = ''] = words(line);
  return { deployment: deleteFile(deployment, on, path), output: '' };
}
