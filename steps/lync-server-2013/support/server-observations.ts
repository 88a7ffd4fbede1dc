import { internalEntries } from '../../../src/products/lync-server-2013/assignment';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import { linkedKey, machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import { assignedEntry, type LogEntry, type Pool } from '../../../src/world/topology';

/** Observations of an administrator on the servers of Lync Server. */

/** Whether the server has a private key for its newest certificate of the pool. */
export function holdsKey(deployment: Deployment, on: string, pool: Pool): boolean {
  const entry = internalEntries(deployment, on, pool).at(-1);
  return entry !== undefined && linkedKey(machineOf(deployment, on), 'LocalMachine', entry) !== undefined;
}

/** The thumbprints of the certificates assigned to the internal interfaces of a pool's servers; '' for none. */
export function presented(deployment: Deployment, servers: readonly string[]): readonly string[] {
  return servers.map(
    (fqdn) => assignedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal')?.certificate.thumbprint ?? '',
  );
}

/** The uses of the certificates of the external interfaces that every Edge Server has. */
export const EXTERNAL_USES = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'] as const;

/** The thumbprints of the certificates assigned to the external uses of a server; '' for none. */
export function presentedExternally(deployment: Deployment, on: string): readonly string[] {
  const server = lyncServerOf(deployment, on);
  return EXTERNAL_USES.map((use) => assignedEntry(deployment, server, use)?.certificate.thumbprint ?? '');
}

/** The last entry in the log of a Lync server: the command of a wizard or cmdlet. */
export function lastCommand(deployment: Deployment, on: string): LogEntry {
  const entry = lyncServerOf(deployment, on).log.at(-1);
  if (!entry) throw new Error(`no command has run on ${on} yet`);
  return entry;
}
