import { deleteFile } from '../windows/file-system';
import type { Logon } from '../windows/program';
import type { Deployment } from '../world/deployment';
import type { Shell } from '../world/product';
import { certreq } from './certreq';
import { certutil } from './certutil';
import { type CommandResult, words } from './command-line';
import { type Console, logonOf } from './console';
import { operatorRefusal } from './operator-refusals';

const PROGRAMS: Readonly<Record<string, typeof certreq>> = { certreq, certutil, del };

/**
 * Types a command: `certreq …`, `certutil …` or `del …` at a command prompt; any other command in the shell of the
 * product that knows it. Refusals: those of the command; `unknown-command`.
 */
export function typeCommand(console: Console, line: string): Console {
  const { deployment } = console;
  const logon = logonOf(console);
  const name = words(line)[0]?.toLowerCase() ?? '';
  const program = PROGRAMS[name];
  const shell = program ? undefined : shellFor(deployment, name);
  const run = program ?? shell?.run ?? unknown;
  const { world, output } = run(deployment, logon, line);
  const typed = { shell: shell?.name ?? 'Command Prompt', on: logon.on, text: line, output };
  return { ...console, deployment: world, typed: [...console.typed, typed] };
}

function shellFor({ product }: Deployment, command: string): Shell<Deployment> | undefined {
  return product.shells.find(({ commands }) => Object.hasOwn(commands, command)) ?? product.shells[0];
}

/** `del "C:\\folder\\file"`. Refusals: those of deleting a file. */
function del(deployment: Deployment, { on }: Logon, line: string): CommandResult {
  const [, path = ''] = words(line);
  return { world: deleteFile(deployment, on, path), output: '' };
}

function unknown(_: Deployment, { on }: Logon, line: string): CommandResult {
  throw operatorRefusal('unknown-command.prompt', on, { line, programs: Object.keys(PROGRAMS) });
}
