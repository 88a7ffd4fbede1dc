import fc from 'fast-check';
import { MINUTE } from '../../../../../determinism';
import { fact } from '../../../../../exploration/scenario-action';
import { machineOf, withMachine } from '../../../../../windows/machine';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerDefinition, unchanged } from '../definition';

/** More than the time by which an authority dates its certificates back. */
const CLOCK_ERROR = 120 * MINUTE;

/** The clock of the server is fast or slow. */
export const setClock: ServerDefinition<'set-clock'> = {
  random: [fc.record({ kind: fc.constant('set-clock'), way: fc.constantFrom('slow', 'fast') })],
  exhaustive: [{ kind: 'set-clock', way: 'slow' }],
  actions: ({ way }, { deployment, server }) => [
    fact(`on ${serverPhrase(deployment, server)}, the clock is 2 hours ${way}`, (world) =>
      withMachine(world, {
        ...machineOf(world, server),
        clockOffset: way === 'fast' ? CLOCK_ERROR : -CLOCK_ERROR,
      }),
    ),
  ],
  effect: harmful,
  predict: alwaysDone,
  next: unchanged,
};
