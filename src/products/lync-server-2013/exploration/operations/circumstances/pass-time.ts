import fc from 'fast-check';
import { after, DAY } from '../../../../../determinism';
import { fact } from '../../../../../exploration/scenario-action';
import { alwaysDone, type PoolDefinition, unchanged } from '../definition';

/** The certificates of the authorities are valid for this time after the start of the rehearsal. */
const MAX_DAYS = 6 * 365;

/** After more days without an operation, a certificate may have expired. */
const HARMLESS_DAYS = 30;

/** Days pass; not so many that a certificate of an authority expires. */
export const passTime: PoolDefinition<'pass'> = {
  random: [fc.record({ kind: fc.constant('pass'), days: fc.constantFrom(1, 30, 400, 1100) })],
  exhaustive: [{ kind: 'pass', days: 1100 }],
  actions: ({ days }, { deployment: { environment, determinism } }) => {
    const passed = (determinism.now - Date.parse(environment.clock)) / DAY;
    if (passed + days > MAX_DAYS) return null;
    return [
      fact(`${days} ${days === 1 ? 'day pass' : 'days pass'}`, (deployment) => ({
        ...deployment,
        determinism: after(deployment.determinism, days * DAY),
      })),
    ];
  },
  effect: ({ days }) => (days <= HARMLESS_DAYS ? 'harmless' : 'harmful'),
  scope: 'any pool',
  predict: alwaysDone,
  next: unchanged,
};
