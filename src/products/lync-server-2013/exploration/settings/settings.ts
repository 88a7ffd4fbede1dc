import type { Settings } from '../../../../exploration/explored-system';
import type { PoolDomain } from '../domain';
import { randomSettings } from './random-settings';
import { plainSetting, serversIn } from './setting';
import { simplificationsOf } from './simplifications';
import { environmentFileFor, givenSteps } from './starting-point';

/** The settings of the exploration. */
export const SETTINGS: Settings<PoolDomain> = {
  random: randomSettings(),
  plain: plainSetting,
  servers: serversIn,
  simplifications: simplificationsOf,
  given: givenSteps,
  environmentFile: environmentFileFor,
};
