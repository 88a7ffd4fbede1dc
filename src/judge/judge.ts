import type { Deployment } from '../world/deployment';
import type { CertificateUse } from '../world/product';
import { type Pool, poolOf } from '../world/topology';
import { certificateFindings } from './certificate-rules';
import type { Finding } from './finding';
import { keyFindings, leftoverFindings } from './key-rules';
import { outlookFindings } from './outlook-rules';
import { assignmentFindings, sharedFindings } from './pool-rules';
import { protocolFindings } from './protocol-rules';
import { storeFindings } from './store-rules';
import { type JudgedServer, judgedUses, serversOf, subjectOf } from './subject';
import { trustFindings } from './trust-rules';

/**
 * The judge inspects a deployment as an administrator does who logs on to every server and reads its stores. It knows the
 * state and not its history. No finding means that peers accept the certificates that the servers present.
 */

/** The findings about one server of a pool; `ahead`: also what will happen within that number of days. */
export function judgeServer(deployment: Deployment, fqdn: string, ahead = 0): readonly Finding[] {
  const pool = poolOf(deployment, fqdn);
  if (!pool) throw new Error(`${fqdn} is in no pool`);
  const uses = judgedUses(deployment, pool);
  const servers = serversOf(deployment, pool).filter(({ server }) => server.fqdn === fqdn);
  return servers.flatMap((server) => serverFindings(server, uses, ahead));
}

/** The findings about a pool: about each of its servers, and about what they have in common. */
export function judgePool(deployment: Deployment, pool: Pool, ahead = 0): readonly Finding[] {
  const servers = serversOf(deployment, pool);
  const uses = judgedUses(deployment, pool);
  return [
    ...servers.flatMap((server) => serverFindings(server, uses, ahead)),
    ...uses.flatMap((use) => sharedFindings(servers, use)),
  ];
}

/** The findings about every pool of a site. */
export function judgeSite(deployment: Deployment, site: string, ahead = 0): readonly Finding[] {
  return deployment.pools.filter((pool) => pool.site === site).flatMap((pool) => judgePool(deployment, pool, ahead));
}

/** The findings about every pool. */
export function judgeDeployment(deployment: Deployment, ahead = 0): readonly Finding[] {
  return deployment.pools.flatMap((pool) => judgePool(deployment, pool, ahead));
}

function serverFindings(
  server: JudgedServer,
  uses: readonly CertificateUse<Deployment>[],
  ahead: number,
): readonly Finding[] {
  return [
    ...uses.flatMap((use) => useFindings(server, use, ahead)),
    ...storeFindings(server),
    ...protocolFindings(server),
    ...leftoverFindings(server),
  ];
}

function useFindings(server: JudgedServer, use: CertificateUse<Deployment>, ahead: number): readonly Finding[] {
  const subject = subjectOf(server, use);
  const about = subject
    ? [
        ...keyFindings(subject),
        ...trustFindings(subject),
        ...certificateFindings(subject),
        ...outlookFindings(subject, ahead),
      ]
    : [];
  return [...assignmentFindings(server, use), ...about];
}
