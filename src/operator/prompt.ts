import { withoutSecrets } from '../typed-secrets';
import { deleteFile } from '../windows/file-system';
import type { Logon } from '../windows/program';
import type { Deployment } from '../world/deployment';
import type { Shell } from '../world/product';
import { entriesIn } from '../world/topology';
import { logged } from './action-log';
import { certreq } from './certreq';
import { certutil } from './certutil/certutil';
import { type CommandResult, words } from './command-line';
import { dir } from './command-prompt/dir';
import { icacls } from './command-prompt/icacls';
import { net } from './command-prompt/net';
import { reg } from './command-prompt/reg';
import { w32tm } from './command-prompt/w32tm';
import { type Console, logonOf } from './console';
import { isWindowsCmdlet, WINDOWS_POWERSHELL, windowsPowershell } from './powershell/windows-powershell';

const PROGRAMS: Readonly<Record<string, typeof certreq>> = { certreq, certutil, del, dir, icacls, net, reg, w32tm };

/**
 * Types a command: `certreq …`, `certutil …` and so on at a command prompt; a command of the product in its shell, where
 * it is installed; any other command in Windows PowerShell. Refusals: those of the command; `unknown-command`.
 */
export function typeCommand(console: Console, line: string): Console {
  const logon = logonOf(console);
  const { name, run } = shellFor(console.deployment, logon, line);
  const { world, output } = run(console.deployment, logon, line);
  const typed = { shell: name, on: logon.on, text: withoutSecrets(line), output, after: entriesIn(console.deployment) };
  const after = { ...console, deployment: world, typed: [...console.typed, typed] };
  return logged(after, { kind: 'command', ...logon, shell: name, text: typed.text });
}

/** The name of the first command: `Get-ChildItem` in `(Get-ChildItem Cert:\\LocalMachine\\My).Count`. */
function firstWord(line: string): string {
  return /^[\s(]*([^\s|()]+)/.exec(line)?.[1] ?? '';
}

/** The drive `Cert:` is one of PowerShell, where `dir` and `del` are names of its cmdlets. */
function shellFor(deployment: Deployment, { on }: Logon, line: string): Pick<Shell<Deployment>, 'name' | 'run'> {
  const command = firstWord(line);
  const program = PROGRAMS[command.toLowerCase()];
  if (program && !/\scert:/i.test(line)) return { name: 'Command Prompt', run: program };
  const installed = deployment.product.shells.filter(({ isInstalledOn }) => isInstalledOn(deployment, on));
  const own = installed.find(({ knows }) => knows(command));
  if (own) return own;
  const [usual] = installed;
  return usual && !isWindowsCmdlet(command) ? usual : { name: WINDOWS_POWERSHELL, run: windowsPowershell };
}

/** `del "C:\\folder\\file"`. Refusals: those of deleting a file. */
function del(deployment: Deployment, { on }: Logon, line: string): CommandResult {
  const [, path = ''] = words(line);
  return { world: deleteFile(deployment, on, path), output: '' };
}
