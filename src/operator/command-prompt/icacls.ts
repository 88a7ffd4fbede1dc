import { accountCalled } from '../../windows/keys/key-access';
import { accountsAt, withAccountsAt } from '../../windows/keys/key-files';
import type { Logon } from '../../windows/program';
import { windowsRefusal } from '../../windows/windows-refusals';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';

/**
 * `icacls path [/grant account:(permissions) …] [/remove account …]`: shows or changes who may use the folder of the
 * machine keys, or one key set in it (Microsoft, "icacls"). Any permission counts as one to read or to write. Refusals:
 * `unknown-modifier`, `file-not-found`, `not-an-administrator`.
 */
export function icacls(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const [, path = '', ...rest] = words(line);
  const changed = accountsAfter(logon, accountsAt(deployment, logon, path), rest);
  const world = rest.length === 0 ? deployment : withAccountsAt(deployment, logon, path, changed);
  const lines = rest.length === 0 ? changed.map((account) => `${path} ${account}`) : [`processed file: ${path}`];
  return { world, output: [...lines, 'Successfully processed 1 files; Failed processing 0 files'].join('\n') };
}

function accountsAfter({ on }: Logon, accounts: readonly string[], rest: readonly string[]): readonly string[] {
  let option = '';
  let next = accounts;
  for (const word of rest) {
    if (word.startsWith('/')) option = word.toLowerCase();
    else if (option === '/grant') next = [...new Set([...next, accountCalled(word.replace(/:[^:]*$/, ''))])];
    else if (option === '/remove') next = next.filter((one) => one !== accountCalled(word));
    if (option !== '/grant' && option !== '/remove')
      throw windowsRefusal('unknown-modifier', on, { program: 'icacls', modifier: word, known: ['/grant', '/remove'] });
  }
  return next;
}
