import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import type { StoreEntry } from '../../windows/certificate-store';
import { NETWORK_SERVICE, readGranted } from '../../windows/keys/key-access';
import { linkedKey, machineOf, withMachine } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { storedEntry, type Topology } from '../../world/topology';
import { notAssignableReason } from './assignment';
import { assumptionsOf } from './assumptions';
import { USE_TITLES, type UseName } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import type { AssignParameters } from './management-shell/command-parameters';
import { assignCommand } from './management-shell/management-shell-text';
import { reported } from './management-shell/report';
import { lyncServerOf, withLyncServer } from './topology';

/**
 * Assigns a certificate of LocalMachine\Personal to uses on the logged-on server and replaces the previous assignments
 * (from 04952-247). The services may then read the private key: Set-CsCertificate lets Network Service read it, and an
 * import does not (KB 836410; Microsoft, "Remove-CsCertificate", which takes that away again). Refusals: `not-an-administrator`, `no-such-certificate`, the code of the reason against the
 * assignment, and `unsupported-key-provider` for a key in a CNG key storage provider. Wrong names are refused only by
 * assumption.
 */
export function assignCertificate<T extends Topology>(topology: T, logon: Logon, order: AssignParameters): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const entry = entryOf(topology, logon, order);
  for (const use of order.uses) refuseUnassignable(topology, logon, entry, use);
  refuseKeyStorageProvider(topology, logon, entry);
  const assigned = { ...server.assigned, ...Object.fromEntries(order.uses.map((use) => [use, order.thumbprint])) };
  const next = withLyncServer(keyGranted(topology, logon, entry), { ...server, assigned });
  const lines = order.uses.map((use) => `assigned ${order.thumbprint} to ${USE_TITLES[use]}`);
  return reported(next, logon, { command: assignCommand(order), lines }, order.report);
}

function refuseUnassignable(topology: Topology, logon: Logon, entry: StoreEntry, use: UseName): void {
  const reason = notAssignableReason(topology, lyncServerOf(topology, logon.on), use, entry);
  if (!reason || (reason === 'subject-mismatch' && !assumptionsOf(topology).setCertificateRefusesNames)) return;
  const { thumbprint } = entry.certificate;
  throw lyncRefusal(`${reason}.assign`, logon.on, { thumbprint, use: labelled(USE_TITLES[use]) });
}

function entryOf(topology: Topology, logon: Logon, order: AssignParameters): StoreEntry {
  const entry = storedEntry(machineOf(topology, logon.on), order.thumbprint);
  if (entry) return entry;
  throw lyncRefusal('no-such-certificate.personal', logon.on, { thumbprint: order.thumbprint });
}

function keyGranted<T extends Topology>(topology: T, logon: Logon, entry: StoreEntry): T {
  const machine = machineOf(topology, logon.on);
  const key = linkedKey(machine, 'LocalMachine', entry);
  return key ? withMachine(topology, readGranted(machine, key, NETWORK_SERVICE)) : topology;
}

function refuseKeyStorageProvider(topology: Topology, logon: Logon, entry: StoreEntry): void {
  const key = linkedKey(machineOf(topology, logon.on), 'LocalMachine', entry);
  if (key?.provider !== 'Microsoft Software Key Storage Provider') return;
  throw lyncRefusal('unsupported-key-provider', logon.on, { provider: key.provider });
}
