import type { Approach } from '../../../exploration/continuation/continuation';
import { machineOf } from '../../../windows/machine';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { lyncServerOf } from '../topology';
import { poolEntries } from './pool-certificates';
import { chainStages, issueStages, requestStage, type Target, useStages } from './stages';
import { waitingRequests, withRequestFile } from './waiting-requests';

/** The ways from a state of a pool to a consistent one, those with the fewest new things first. */
export function approachesFor(deployment: Deployment, pool: Pool): readonly Approach[] {
  const existing = existingThumbprints(deployment, pool).map((thumbprint): Approach => {
    const stages = [...chainStages(pool), ...useStages(pool, () => thumbprint)];
    return { kind: 'existing', thumbprint, stages, begin: (console) => console };
  });
  return [...existing, ...pendingApproaches(deployment, pool), newApproach(deployment, pool)];
}

/** Assigned certificates first, then the newest. */
function existingThumbprints(deployment: Deployment, pool: Pool): readonly string[] {
  const assigned = pool.servers.flatMap((server) => lyncServerOf(deployment, server).assigned.Internal ?? []);
  const found = pool.servers.flatMap((server) => poolEntries(machineOf(deployment, server), pool));
  const newest = found
    .map(({ certificate }) => certificate)
    .sort((one, other) => other.notBefore - one.notBefore)
    .map(({ thumbprint }) => thumbprint);
  return [...new Set([...assigned, ...newest])];
}

/** For each request of the first server that waits. Its file is taken to be on the internal server. */
function pendingApproaches(deployment: Deployment, pool: Pool): readonly Approach[] {
  return waitingRequests(deployment, pool).map(({ thumbprint, text }) => ({
    kind: 'pending',
    thumbprint,
    stages: [...chainStages(pool), ...issueStages(pool), ...useStages(pool, newTarget(deployment, pool))],
    begin: (console) => ({ ...console, deployment: withRequestFile(console.deployment, text) }),
  }));
}

function newApproach(deployment: Deployment, pool: Pool): Approach {
  return {
    kind: 'new',
    thumbprint: null,
    stages: [
      ...chainStages(pool),
      requestStage(pool, newFriendlyName(deployment, pool)),
      ...issueStages(pool),
      ...useStages(pool, newTarget(deployment, pool)),
    ],
    begin: (console) => console,
  };
}

/** The certificate of the pool that the first server has now and did not have at the start. */
function newTarget(start: Deployment, pool: Pool): Target {
  const [first = ''] = pool.servers;
  const before = new Set(poolEntries(machineOf(start, first), pool).map(({ certificate }) => certificate.thumbprint));
  return (deployment) =>
    poolEntries(machineOf(deployment, first), pool).findLast(({ certificate }) => !before.has(certificate.thumbprint))
      ?.certificate.thumbprint;
}

/** The friendly name of the environment, with a number if a certificate or a request has it already. */
export function newFriendlyName(deployment: Deployment, pool: Pool): string {
  const { friendlyName } = deployment.environment.certificate;
  const taken = pool.servers.flatMap((server) => {
    const { My, REQUEST } = machineOf(deployment, server).stores.LocalMachine;
    return [...My, ...REQUEST].map((entry) => entry.friendlyName.toLowerCase());
  });
  const numbered = taken.map((_, index) => `${friendlyName} ${index + 2}`);
  return [friendlyName, ...numbered].find((name) => !taken.includes(name.toLowerCase())) ?? friendlyName;
}
