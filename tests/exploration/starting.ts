import { plainSetting } from '../../src/exploration/setting';
import { startingFrom } from '../../src/exploration/starting-point';
import { committedSource } from '../../src/package/rehearsal-keys';
import type { Deployment } from '../../src/world/deployment';
import { environmentOf } from '../../steps/support/starting-point';

/** The deployment of a setting, from the embedded environment and the rehearsal keys. */
export const startingIn = startingFrom(environmentOf({}), committedSource());

/** The deployment with a pool of that size, and everything else plain. */
export function starting(servers: number): Deployment {
  return startingIn(plainSetting(servers));
}
