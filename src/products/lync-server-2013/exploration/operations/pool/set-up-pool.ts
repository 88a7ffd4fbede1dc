import fc from 'fast-check';
import { setUp } from '../../../tasks/set-up';
import { distributed } from '../../model/issued';
import { type PoolDefinition, unpredictable } from '../definition';

/** The whole procedure in the explored pool, with the services started at its end. */
export const setUpPool: PoolDefinition<'set-up'> = {
  random: [fc.constant({ kind: 'set-up' })],
  exhaustive: [{ kind: 'set-up' }],
  actions: (_, { pool }) => [
    { sentence: 'the pool has been set up', perform: (console) => setUp(console, pool), compound: true },
  ],
  effect: () => 'sets up',
  scope: 'explored pool',
  predict: unpredictable,
  next: (_, model, { certified }) => distributed(model, certified),
};
