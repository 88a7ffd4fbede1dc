import type { ExploredState, Law, Step, System } from '../../../exploration/explored-system';
import type { Model } from './model/model';
import type { Operation } from './operation';
import type { Setting } from './settings/setting';

/** The types of the exploration of pools of Edge Servers. */
export interface PoolDomain {
  readonly operation: Operation;
  readonly model: Model;
  readonly setting: Setting;
}

export type PoolState = ExploredState<PoolDomain>;
export type PoolStep = Step<PoolDomain>;
export type PoolLaw = Law<PoolDomain>;
export type PoolSystem = System<PoolDomain>;
