import { USUAL_VERSION } from '../windows/versions';
import type { Environment, PoolEntry } from './environment';
import type { TopologyPart } from './product';

/** A pool for rehearsals with `servers` servers, named after the first pool of the environment. */
export interface PoolPlan {
  readonly site: string;
  readonly loadBalancer: PoolEntry['loadBalancer'];
  readonly servers: number;
}

/** The environment with these pools instead of its pools. Hosts have the names that the product gives them. */
export function withPools(environment: Environment, plans: readonly PoolPlan[], hosts: HostNames): Environment {
  const [model] = environment.sites.flatMap((site) => site.pools);
  if (!model) return environment;
  const pools = plans.map((plan, index) => ({
    site: plan.site,
    pool: poolLike(model, { domain: environment.domain, hosts, plan, index }),
  }));
  const names = [...new Set(plans.map((plan) => plan.site))];
  const sites = names.map((name) => ({ name, pools: pools.filter((p) => p.site === name).map((p) => p.pool) }));
  const { transfer } = environment;
  const carried =
    transfer.kind === 'share' && transfer.share
      ? transfer
      : { kind: 'removable-media' as const, drive: transfer.drive ?? 'E:' };
  return { ...environment, sites, transfer: carried };
}

type HostNames = TopologyPart<never>['hosts'];

interface PoolOrder {
  readonly domain: string;
  readonly hosts: HostNames;
  readonly plan: PoolPlan;
  readonly index: number;
}

function poolLike(model: PoolEntry, { domain, hosts, plan, index }: PoolOrder): PoolEntry {
  const letter = index === 0 ? '' : String(index + 1);
  const windows = model.servers[0]?.windows ?? USUAL_VERSION;
  const servers = Array.from({ length: plan.servers }, (_, n) => ({
    fqdn: `${hosts.server}${letter}0${n + 1}.${domain}`,
    windows,
  }));
  const fqdn = plan.servers === 1 ? (servers[0]?.fqdn ?? '') : `${hosts.pool}${letter}.${domain}`;
  return { ...model, fqdn, loadBalancer: plan.servers === 1 ? 'none' : plan.loadBalancer, servers };
}
