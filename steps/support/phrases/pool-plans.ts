import type { DataTable } from '@cucumber/cucumber';
import type { Deployment } from '../../../src/world/deployment';
import type { Environment } from '../../../src/world/environment';
import { type PoolPlan, withPools } from '../../../src/world/pool-plan';
import { FeatureError } from '../feature-error';
import { rowsOf } from '../tables';

/** The pools that a table describes: site, load balancer (hardware, dns, none), number of servers. */
export function plansIn(table: DataTable): readonly PoolPlan[] {
  return rowsOf(table, ['site', 'load balancer', 'servers']).map((row) => {
    const loadBalancer = row['load balancer'];
    const servers = Number(row.servers);
    if (loadBalancer !== 'hardware' && loadBalancer !== 'dns' && loadBalancer !== 'none') {
      throw new FeatureError(`there is no load balancer "${loadBalancer}"; have hardware, dns, none`);
    }
    if (!Number.isInteger(servers) || servers < 1 || servers > 8) {
      throw new FeatureError(`a pool has 1 to 8 servers; found "${row.servers}"`);
    }
    return { site: row.site, loadBalancer, servers };
  });
}

/** The change of an environment to these pools, whose hosts are named as the product names them. */
export function planned(
  { product }: Deployment,
  plans: readonly PoolPlan[],
): (environment: Environment) => Environment {
  return (environment) => withPools(environment, plans, product.topology.hosts);
}
