import fc from 'fast-check';
import { putExportAway } from '../../../../../operator/tasks/repair';
import { alwaysDone, harmless, type PoolDefinition } from '../definition';

/** The exported file is deleted wherever it is. */
export const deleteExported: PoolDefinition<'delete-exported'> = {
  random: [fc.constant({ kind: 'delete-exported' })],
  exhaustive: [{ kind: 'delete-exported' }],
  actions: (_, { pool }) => [
    { sentence: 'the exported file is deleted', perform: (console) => putExportAway(console, pool) },
  ],
  effect: harmless,
  scope: 'explored pool',
  predict: alwaysDone,
  next: (_, model) => ({ ...model, exported: null }),
};
