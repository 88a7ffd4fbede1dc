import type { DataTable } from '@cucumber/cucumber';
import type { Deployment } from '../../../src/world/deployment';
import type { Environment } from '../../../src/world/environment';
import { MOST_SERVERS } from '../../../src/world/environment-file/environment-fields';
import { type PoolPlan, withPools } from '../../../src/world/pool-plan';
import { FeatureError } from '../feature-error';
import { tableOf } from '../tables';

/** The table of pools: site, load balancer (hardware, dns, none), number of servers. */
export const POOLS = tableOf('site', 'load balancer', 'servers');

/** The pools that a table describes. */
export function plansIn(table: DataTable): readonly PoolPlan[] {
  return POOLS.rowsOf(table).map((row) => {
    const loadBalancer = row['load balancer'];
    const servers = /^\d+$/.test(row.servers) ? Number(row.servers) : Number.NaN;
    if (loadBalancer !== 'hardware' && loadBalancer !== 'dns' && loadBalancer !== 'none') {
      throw new FeatureError(`there is no load balancer "${loadBalancer}"; have hardware, dns, none`);
    }
    if (Number.isNaN(servers))
      throw new FeatureError(`the number of servers has to be a whole number; found "${row.servers}"`);
    return { site: row.site, loadBalancer, servers };
  });
}

/**
 * The change of an environment to these pools, whose hosts are named as the product names them. Throws a FeatureError
 * for a number of servers that an environment file could not have either.
 */
export function planned(
  { product }: Deployment,
  plans: readonly PoolPlan[],
): (environment: Environment) => Environment {
  for (const { servers } of plans) {
    if (servers < 1 || servers > MOST_SERVERS)
      throw new FeatureError(`a pool has 1 to ${MOST_SERVERS} servers; found ${servers}; give a number in that range`);
  }
  return (environment) => withPools(environment, plans, product.topology.hosts);
}
