import type { Deployment } from '../world/deployment';
import type { CertificateUse } from '../world/product';
import { type Pool, poolOf } from '../world/topology';
import { certificateFindings } from './certificate-rules';
import type { Finding } from './finding';
import { keyFindings, leftoverFindings } from './key-rules';
import { assignmentFindings, sharedFindings } from './pool-rules';
import { storeFindings } from './store-rules';
import { type JudgedServer, judgedUses, serversOf, subjectOf } from './subject';
import { trustFindings } from './trust-rules';

/**
 * The judge inspects a deployment as an administrator does who logs on to every server and reads its stores. It knows the
 * state and not its history. No finding means that peers accept the certificates that the servers present.
 */

/** The findings about one server of a pool. */
export function judgeServer(deployment: Deployment, fqdn: string): readonly Finding[] {
  const pool = poolOf(deployment, fqdn);
  if (!pool) throw new Error(`${fqdn} is in no pool`);
  const uses = judgedUses(deployment, pool);
  const servers = serversOf(deployment, pool).filter(({ server }) => server.fqdn === fqdn);
  return servers.flatMap((server) => serverFindings(server, uses));
}

/** The findings about a pool: about each of its servers, and about what they have in common. */
export function judgePool(deployment: Deployment, pool: Pool): readonly Finding[] {
  const servers = serversOf(deployment, pool);
  const uses = judgedUses(deployment, pool);
  return [
    ...servers.flatMap((server) => serverFindings(server, uses)),
    ...uses.flatMap((use) => sharedFindings(servers, use)),
  ];
}

/** The findings about every pool of a site. */
export function judgeSite(deployment: Deployment, site: string): readonly Finding[] {
  return deployment.pools.filter((pool) => pool.site === site).flatMap((pool) => judgePool(deployment, pool));
}

/** The findings about every pool. */
export function judgeDeployment(deployment: Deployment): readonly Finding[] {
  return deployment.pools.flatMap((pool) => judgePool(deployment, pool));
}

function serverFindings(server: JudgedServer, uses: readonly CertificateUse<Deployment>[]): readonly Finding[] {
  return [...uses.flatMap((use) => useFindings(server, use)), ...storeFindings(server), ...leftoverFindings(server)];
}

function useFindings(server: JudgedServer, use: CertificateUse<Deployment>): readonly Finding[] {
  const subject = subjectOf(server, use);
  const about = subject ? [...keyFindings(subject), ...trustFindings(subject), ...certificateFindings(subject)] : [];
  return [...assignmentFindings(server, use), ...about];
}
