import type { StoreEntry } from '../../windows/certificate-store';
import { linkedKey, type Machine, machineOf } from '../../windows/machine';
import { peerPath, usageFault } from '../../windows/schannel';
import type { Deployment } from '../../world/deployment';
import type { Pool, Topology } from '../../world/topology';
import { assignedEntry, machineUnder } from '../../world/topology';
import { commonName } from '../../x509/names/distinguished-name';
import { matchesHost } from '../../x509/paths/host-name';
import { assumptionsOf } from './assumptions';
import type { UseName } from './certificate-use';
import { namesFor } from './names-for-use';
import type { LyncServer } from './topology';
import { edgePoolOf } from './topology';

/** The reasons why a certificate in the Personal store cannot be assigned. */
export const NOT_ASSIGNABLE_REASONS = [
  'private-key-missing',
  'chain-incomplete',
  'root-not-trusted',
  'expired',
  'not-yet-valid',
  'wrong-usage',
  'subject-mismatch',
  'certification-path-invalid',
] as const;

export type NotAssignableReason = (typeof NOT_ASSIGNABLE_REASONS)[number];

/**
 * The first reason why a certificate is missing from the list on the page "Certificate Store", or null. The list
 * contains certificates with a private key, a valid certification path, the usage Server Authentication, and valid
 * dates. By assumption, they also have the names that the use needs.
 */
export function notAssignableReason(
  topology: Topology,
  server: LyncServer,
  use: UseName,
  entry: StoreEntry,
): NotAssignableReason | null {
  const machine = machineUnder(topology, server);
  if (!linkedKey(machine, 'LocalMachine', entry)) return 'private-key-missing';
  const path = pathReason(topology, machine, entry);
  if (path) return path;
  if (usageFault(entry.certificate)) return 'wrong-usage';
  const pool = edgePoolOf(topology, server.fqdn);
  if (!pool || !assumptionsOf(topology).assignListFiltersNames || use === 'AudioVideoAuthentication') return null;
  const { subject, alternatives } = namesFor(pool, use);
  return [subject, ...alternatives].every((name) => matchesHost(entry.certificate, name)) ? null : 'subject-mismatch';
}

/** The certificates in LocalMachine\Personal that the wizard offers for the use. */
export function assignable(topology: Topology, server: LyncServer, use: UseName): readonly StoreEntry[] {
  const { My } = machineUnder(topology, server).stores.LocalMachine;
  return My.filter((entry) => notAssignableReason(topology, server, use, entry) === null);
}

/**
 * Whether Step 3 shows its green check mark: every required use has an assigned certificate that could be assigned
 * again (04952-178, 04952-204).
 */
export function hasCheckMark(topology: Topology, server: LyncServer): boolean {
  const pool = edgePoolOf(topology, server.fqdn);
  const required = (pool?.uses ?? []).filter(
    (use) => use === 'Internal' || assumptionsOf(topology).greenCheckNeedsExternalUses,
  );
  return (
    required.length > 0 &&
    required.every((use) => {
      const entry = assignedEntry(topology, server, use);
      return entry !== undefined && notAssignableReason(topology, server, use, entry) === null;
    })
  );
}

function pathReason(topology: Topology, machine: Machine, entry: StoreEntry): NotAssignableReason | null {
  const { code } = peerPath(topology, machine, [entry.certificate]);
  switch (code) {
    case null:
    case 'chain-incomplete':
    case 'root-not-trusted':
    case 'expired':
    case 'not-yet-valid':
      return code;
    case 'usage-not-allowed':
      return 'wrong-usage';
    case 'not-a-ca':
    case 'bad-signature':
    case 'unsupported-algorithm':
    case 'path-length':
    case 'name-constraints':
    case 'policy-required':
    case 'unsupported-extension':
      return 'certification-path-invalid';
  }
}

/** The certificates for the pool in a server's Personal store, the newest last. */
export function internalEntries(deployment: Deployment, on: string, pool: Pool): readonly StoreEntry[] {
  const { My } = machineOf(deployment, on).stores.LocalMachine;
  return My.filter(({ certificate }) => commonName(certificate.subject) === pool.fqdn);
}
