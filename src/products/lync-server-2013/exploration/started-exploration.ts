import fc from 'fast-check';
import type { StartOf } from '../../../exploration/explored-system';
import { type Deployment, firstPool } from '../../../world/deployment';
import type { PoolDomain, PoolSystem } from './domain';
import { plainSetting } from './settings/setting';
import { SYSTEM } from './system';

/** An exploration that begins in one deployment, such as that of real servers. */
export interface StartedExploration {
  readonly start: StartOf<PoolDomain>;
  readonly system: PoolSystem;
}

/**
 * The exploration of the first pool of a deployment. Every run begins with the deployment as it is, so a plan is shortened
 * by leaving out operations only. `options` are those of the command line with which a counterexample is found again.
 */
export function explorationOf(deployment: Deployment, options: string): StartedExploration {
  const servers = firstPool(deployment).servers.length;
  const setting = plainSetting(servers);
  const settings: PoolSystem['settings'] = {
    random: fc.constant(setting),
    plain: () => setting,
    servers: () => servers,
    simplifications: ({ operations }) =>
      operations.map((_, index) => ({ setting, operations: operations.toSpliced(index, 1) })),
    given: () => [],
    environmentFile: () => null,
    options,
    startsWithFaults: true,
  };
  return { start: () => deployment, system: { ...SYSTEM, settings } };
}
