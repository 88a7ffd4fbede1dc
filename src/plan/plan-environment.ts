import type { Environment } from '../world/environment';

/** What a plan depends on in the environment. */
export interface PlanEnvironment {
  readonly pools: readonly PlannedPool[];
  /** FQDN */
  readonly internalServer: string;
  /** how files come from one server of a pool to the next */
  readonly transfer: 'share' | 'removable-media';
}

/** A pool that gets a plan; the first server makes the request. */
export interface PlannedPool {
  readonly fqdn: string;
  readonly servers: readonly string[];
  /** the keys that the environment file gives the pool */
  readonly has: readonly string[];
}

/** What the plans of an environment depend on. */
export function planEnvironment({ sites, internalServer, transfer }: Environment): PlanEnvironment {
  return {
    pools: sites.flatMap(({ pools }) =>
      pools.map((pool) => {
        return { fqdn: pool.fqdn, servers: pool.servers.map(({ fqdn }) => fqdn), has: Object.keys(pool) };
      }),
    ),
    internalServer: internalServer.fqdn,
    transfer: transfer.kind,
  };
}
