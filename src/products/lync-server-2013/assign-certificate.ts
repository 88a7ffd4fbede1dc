import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import type { StoreEntry } from '../../windows/certificate-store';
import { linkedKey, machineOf } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { storedEntry, type Topology } from '../../world/topology';
import { notAssignableReason } from './assignment';
import { USE_TITLES } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import type { AssignParameters } from './management-shell/command-parameters';
import { assignCommand } from './management-shell/management-shell-text';
import { logged, lyncServerOf, withLyncServer } from './topology';

/**
 * Assigns a certificate of LocalMachine\Personal to a use on the logged-on server and replaces the previous assignment
 * (from 04952-247). Refusals: `not-an-administrator`, `no-such-certificate`, the code of the reason against the
 * assignment, and `unsupported-key-provider` for a key in a CNG key storage provider.
 */
export function assignCertificate<T extends Topology>(topology: T, logon: Logon, order: AssignParameters): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const entry = entryOf(topology, logon, order);
  const reason = notAssignableReason(topology, server, order.use, entry);
  if (reason) {
    const use = labelled(USE_TITLES[order.use]);
    throw lyncRefusal(`${reason}.assign`, logon.on, { thumbprint: order.thumbprint, use });
  }
  refuseKeyStorageProvider(topology, logon, entry);
  const assigned = { ...server.assigned, [order.use]: order.thumbprint };
  const next = withLyncServer(topology, { ...server, assigned });
  return logged(next, logon.on, {
    command: assignCommand(order),
    lines: [`assigned ${order.thumbprint} to ${USE_TITLES[order.use]}`],
  });
}

function entryOf(topology: Topology, logon: Logon, order: AssignParameters): StoreEntry {
  const entry = storedEntry(machineOf(topology, logon.on), order.thumbprint);
  if (entry) return entry;
  throw lyncRefusal('no-such-certificate.personal', logon.on, { thumbprint: order.thumbprint });
}

function refuseKeyStorageProvider(topology: Topology, logon: Logon, entry: StoreEntry): void {
  const key = linkedKey(machineOf(topology, logon.on), 'LocalMachine', entry);
  if (key?.provider !== 'Microsoft Software Key Storage Provider') return;
  throw lyncRefusal('unsupported-key-provider', logon.on, { provider: key.provider });
}
