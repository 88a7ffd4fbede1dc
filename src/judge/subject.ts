import { type Fact, labelled } from '../fact';
import type { StoreEntry } from '../windows/certificate-store';
import type { Machine } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import type { CertificateUse, Peer } from '../world/product';
import type { Observation, Severity } from '../world/product-findings';
import { machineUnder, type Pool, presentedEntry, type Server, serverOf, storedEntry } from '../world/topology';
import { matchesHost } from '../x509/paths/host-name';
import { type Finding, finding } from './finding';
import type { CauseOf, CodeWithCauses, GeneralCode } from './general-codes';

/** One server of a pool, as the judge sees it. */
export interface JudgedServer {
  readonly deployment: Deployment;
  readonly pool: Pool;
  readonly server: Server;
  readonly machine: Machine;
}

/** One certificate of a server, and the use that it is judged for. */
export interface Subject extends JudgedServer {
  readonly use: CertificateUse<Deployment>;
  readonly entry: StoreEntry;
}

/** The servers of a pool, in its order. */
export function serversOf(deployment: Deployment, pool: Pool): readonly JudgedServer[] {
  return pool.servers.map((fqdn) => {
    const server = serverOf(deployment, fqdn);
    return { deployment, pool, server, machine: machineUnder(deployment, server) };
  });
}

/** The uses that are judged in a pool: always, or as soon as one of its servers has a certificate assigned to them. */
export function judgedUses(deployment: Deployment, pool: Pool): readonly CertificateUse<Deployment>[] {
  const isAssigned = (use: string): boolean =>
    pool.servers.some((fqdn) => serverOf(deployment, fqdn).assigned[use] !== undefined);
  return deployment.product.uses.filter(
    ({ name, judged }) => judged === 'always' || (judged === 'once assigned' && isAssigned(name)),
  );
}

/** The servers that authenticate to a pool for any use of the product. */
export function peersOf(deployment: Deployment): readonly Peer[] {
  return deployment.product.uses.flatMap((use) => use.peers(deployment));
}

/**
 * The certificate that counts for a use: the one that peers see, or else the assigned one. For a required use without
 * either, it is the newest one in Personal with the name of the pool. Undefined if there is none.
 */
export function subjectOf(server: JudgedServer, use: CertificateUse<Deployment>): Subject | undefined {
  const { deployment, machine } = server;
  const entry =
    presentedEntry(deployment, server.server, use.name) ??
    storedEntry(machine, server.server.assigned[use.name]) ??
    (use.required && !server.server.assigned[use.name] ? namedEntry(server) : undefined);
  return entry && { ...server, use, entry };
}

/** A finding about that server. */
export function foundOn(
  { deployment, pool, server }: JudgedServer,
  code: GeneralCode,
  detail: Fact,
  severity?: Severity,
): Finding {
  return finding(deployment, code, { pool: pool.fqdn, server: server.fqdn, detail, ...(severity ? { severity } : {}) });
}

/** A finding about that server with one of the causes of its code. */
export function causedOn<Code extends CodeWithCauses>(
  { deployment, pool, server }: JudgedServer,
  code: Code,
  cause: CauseOf<Code>,
  { detail, severity }: { readonly detail: Fact; readonly severity?: Severity },
): Finding {
  const found = { pool: pool.fqdn, server: server.fqdn, detail, cause };
  return finding(deployment, code, { ...found, ...(severity ? { severity } : {}) });
}

/** What a rule of the product finds, as findings about that server. */
export function observedOn(
  { deployment, pool, server }: JudgedServer,
  observations: readonly Observation[],
): readonly Finding[] {
  return observations.map(({ code, detail }) =>
    finding(deployment, code, { pool: pool.fqdn, server: server.fqdn, detail }),
  );
}

/** How a finding names a certificate: its use and its thumbprint. */
export function called({ use, entry }: Pick<Subject, 'entry'> & { readonly use: { readonly title: string } }) {
  return { use: labelled(use.title), thumbprint: entry.certificate.thumbprint };
}

function namedEntry({ machine, pool }: JudgedServer): StoreEntry | undefined {
  return machine.stores.LocalMachine.My.findLast(({ certificate }) => matchesHost(certificate, pool.fqdn));
}
