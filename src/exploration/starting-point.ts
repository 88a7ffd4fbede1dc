import { buildDeployment } from '../deployment/build-deployment';
import type { Deployment } from '../deployment/deployment';
import type { Environment } from '../deployment/environment';
import { withPools } from '../deployment/pool-plan';
import type { Source } from '../surroundings';

/** The sentences with which the scenario of a pool of that size begins. */
export function beginning(servers: number): readonly string[] {
  return [
    `Given a pool of ${servers} Edge ${servers === 1 ? 'Server' : 'Servers'}`,
    'And it is assumed that the check mark is for the internal certificate alone',
  ];
}

/** The deployment that they describe. External certificates are not explored, so the check mark does without them. */
export function startingPoint(environment: Environment, source: Source, servers: number): Deployment {
  const plan = { site: 'Site A', loadBalancer: 'none', servers } as const;
  const deployment = buildDeployment(withPools(environment, [plan]), source);
  return { ...deployment, assumptions: { ...deployment.assumptions, greenCheckNeedsExternalUses: false } };
}
