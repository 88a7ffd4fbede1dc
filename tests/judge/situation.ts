import { join } from 'node:path';
import { DAY } from '../../src/determinism';
import { consoleOn } from '../../src/operator/console';
import { PACKAGE } from '../../src/package/folder';
import { LYNC_SERVER_2013 } from '../../src/products/lync-server-2013/product';
import { setUp } from '../../src/products/lync-server-2013/tasks/set-up';
import type { Deployment } from '../../src/world/deployment';
import type { Environment } from '../../src/world/environment';
import { withPools } from '../../src/world/pool-plan';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { all, type Change } from './changes';

/**
 * One deployment. `policy`: OpenSSL cannot decide about replication. Three rules are policy of the products, not of
 * TLS. Schannel rejects MD5. Lync Server does not support RSASSA-PSS. Windows Server 2012 rejects every client if an
 * intermediate certificate is among its roots (KB 2795828, ClientAuthTrustMode).
 */
export interface Situation {
  readonly deployment: () => Deployment;
  readonly policy?: boolean;
}

export type Situations = Readonly<Record<string, Situation>>;

/** Two Edge Servers of one pool, the single server of another one, and the Front End Server. */
export const FIRST = 'edge01.contoso.com';
export const SECOND = 'edge02.contoso.com';
export const OTHER = 'edge201.contoso.com';
export const FRONT = 'fe01.contoso.com';
export const POOL_SERVERS = [FIRST, SECOND];

export const YEAR = 365 * DAY;

/** Every pool set up through the simulated windows; then the changes. */
export function inOrderBut(...changes: readonly Change[]): Situation {
  return { deployment: () => all(...changes)(setUpIn(contoso())) };
}

/** The changes; then every pool set up, so that their effects pass through the simulated windows. */
export function fromTheStart(...changes: readonly Change[]): Situation {
  return { deployment: () => everyPool(all(...changes)(deploymentOf(contoso(), {}))) };
}

/** A shipped environment with every pool set up. */
export function shipped(name: string): Situation {
  const environmentFile = join(PACKAGE, 'environments', `${name}.yaml`);
  return { deployment: () => setUpIn(environmentOf({ environmentFile })) };
}

/** The same situation, but OpenSSL cannot decide about replication. */
export function policy(situation: Situation): Situation {
  return { ...situation, policy: true };
}

function contoso(): Environment {
  return withPools(
    environmentOf({}),
    [
      { site: 'Redmond', loadBalancer: 'hardware', servers: 2 },
      { site: 'Dublin', loadBalancer: 'none', servers: 1 },
    ],
    LYNC_SERVER_2013.topology.hosts,
  );
}

function setUpIn(environment: Environment): Deployment {
  return everyPool(deploymentOf(environment, {}));
}

function everyPool(deployment: Deployment): Deployment {
  return deployment.pools.reduce((console, pool) => setUp(console, pool), consoleOn(deployment)).deployment;
}
