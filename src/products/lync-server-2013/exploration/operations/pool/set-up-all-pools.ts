import fc from 'fast-check';
import { setUp } from '../../../tasks/set-up';
import { distributed } from '../../model/issued';
import { type PoolDefinition, unpredictable } from '../definition';

/** The whole procedure in each of several pools; not where they would share one removable medium, and its exported file. */
export const setUpAllPools: PoolDefinition<'set-up-all'> = {
  random: [fc.constant({ kind: 'set-up-all' })],
  exhaustive: [],
  actions: (_, { deployment: { pools, environment } }) => {
    if (pools.length < 2 || environment.transfer.kind === 'removable-media') return null;
    return [
      { sentence: 'every pool has been set up', perform: (console) => pools.reduce(setUp, console), compound: true },
    ];
  },
  effect: () => 'sets up',
  scope: 'any pool',
  predict: unpredictable,
  next: (_, model, { assigned, certified }) => ({
    ...distributed(model, assigned),
    request: certified.key,
    response: certified,
  }),
};
