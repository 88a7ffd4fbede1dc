import { judgePool } from '../../../judge/judge';
import type { PoolSystem } from './domain';
import { LAWS } from './laws/laws';
import { OPERATIONS } from './operations/operations';
import { SETTINGS } from './settings/settings';

/** The exploration of pools of Edge Servers: the simulation and the judge as they are, and the laws that must hold. */
export const SYSTEM: PoolSystem = {
  operations: OPERATIONS,
  settings: SETTINGS,
  judge: judgePool,
  laws: LAWS,
};
