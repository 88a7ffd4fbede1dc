import { committedSource } from '../../src/package/rehearsal-keys';
import { plainSetting } from '../../src/products/lync-server-2013/exploration/settings/setting';
import { startingFrom } from '../../src/products/lync-server-2013/exploration/settings/starting-point';
import type { Deployment } from '../../src/world/deployment';
import { environmentOf } from '../../steps/support/starting-point';

/** The deployment of a setting, from the embedded environment and the rehearsal keys. */
export const startingIn = startingFrom(environmentOf({}), committedSource());

/** The deployment with a pool of this size; everything else is plain. */
export function starting(servers: number): Deployment {
  return startingIn(plainSetting(servers));
}
