import { requireAdministrator } from '../administrators';
import { MACHINE_KEYS, type Machine, machineOf, type Network, type PrivateKey, withMachine } from '../machine';
import type { Logon } from '../program';
import { windowsRefusal } from '../windows-refusals';
import { withReaders } from './key-access';

/** The files of the computer's key sets, whose access lists say who may use the keys (KB 278381). */

/** The folder of the key sets of a cryptographic service provider, or one key set in it. */
type Target = { readonly kind: 'folder' } | { readonly kind: 'key'; readonly key: PrivateKey };

/** The accounts in the access list of the folder or the key set at the path. Refusal: `file-not-found`. */
export function accountsAt(network: Network, { on }: Logon, path: string): readonly string[] {
  const machine = machineOf(network, on);
  const target = targetAt(machine, path);
  return target.kind === 'folder' ? machine.keyFolderWriters : target.key.readers;
}

/**
 * Replaces the access list of the folder or the key set at the path. Refusals: `not-an-administrator`,
 * `file-not-found`.
 */
export function withAccountsAt<N extends Network>(
  network: N,
  logon: Logon,
  path: string,
  accounts: readonly string[],
): N {
  requireAdministrator(network, logon);
  const machine = machineOf(network, logon.on);
  const target = targetAt(machine, path);
  return withMachine(
    network,
    target.kind === 'folder' ? { ...machine, keyFolderWriters: accounts } : withReaders(machine, target.key, accounts),
  );
}

function targetAt(machine: Machine, path: string): Target {
  const wanted = path.replace(/\\+$/, '').toLowerCase();
  const folder = MACHINE_KEYS.toLowerCase();
  if (wanted === folder) return { kind: 'folder' };
  const key = machine.keys.find(
    ({ location, container }) => location === 'LocalMachine' && wanted === `${folder}\\${container}`.toLowerCase(),
  );
  if (key) return { kind: 'key', key };
  throw windowsRefusal('file-not-found', machine.fqdn, { path });
}
