import { type CertificateUse, USE_TITLES } from '../products/lync-server-2013/certificate-use';
import { type EdgePool, type LyncServer, lyncServerOf } from '../products/lync-server-2013/topology';
import type { StoreEntry } from '../windows/certificate-store';
import type { Machine } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import { machineUnder, presentedEntry, storedEntry } from '../world/topology';
import { matchesHost } from '../x509/paths/host-name';
import { type Finding, finding } from './finding';
import type { FindingCode } from './finding-codes';
import type { Severity } from './severity';

/** One server of a pool, as the judge looks at it. */
export interface Server {
  readonly deployment: Deployment;
  readonly pool: EdgePool;
  readonly server: LyncServer;
  readonly machine: Machine;
}

/** One certificate of a server, and what it is for. */
export interface Subject extends Server {
  readonly use: CertificateUse;
  readonly entry: StoreEntry;
}

/** The servers of a pool, in its order. */
export function serversOf(deployment: Deployment, pool: EdgePool): readonly Server[] {
  return pool.servers.map((fqdn) => {
    const server = lyncServerOf(deployment, fqdn);
    return { deployment, pool, server, machine: machineUnder(deployment, server) };
  });
}

/** The uses that are judged: the internal interface, and A/V authentication once a server of the pool has one assigned. */
export function judgedUses(deployment: Deployment, pool: EdgePool): readonly CertificateUse[] {
  const shared = pool.servers.some((fqdn) => lyncServerOf(deployment, fqdn).assigned.AudioVideoAuthentication);
  return shared ? ['Internal', 'AudioVideoAuthentication'] : ['Internal'];
}

/**
 * The certificate that counts for a use: what peers see, else what is assigned, else (for the internal interface) the
 * newest one in Personal that goes by the name of the pool; undefined when there is none.
 */
export function subjectOf(server: Server, use: CertificateUse): Subject | undefined {
  const { deployment, machine } = server;
  const entry =
    presentedEntry(deployment, server.server, use) ??
    storedEntry(machine, server.server.assigned[use]) ??
    (use === 'Internal' && !server.server.assigned.Internal ? namedEntry(server) : undefined);
  return entry && { ...server, use, entry };
}

/** A finding about that server. */
export function foundOn({ pool, server }: Server, code: FindingCode, detail: string, severity?: Severity): Finding {
  return finding(code, { pool: pool.fqdn, server: server.fqdn, detail, ...(severity ? { severity } : {}) });
}

/** How details name a certificate: what it is for, and its thumbprint. */
export function called({ use, entry }: Subject): string {
  return `${USE_TITLES[use]}, thumbprint ${entry.certificate.thumbprint}`;
}

function namedEntry({ machine, pool }: Server): StoreEntry | undefined {
  return machine.stores.LocalMachine.My.findLast(({ certificate }) => matchesHost(certificate, pool.fqdn));
}
