import fc from 'fast-check';
import { moveIntermediates as moveToTheirStore } from '../../../../../operator/tasks/repair';
import { edge } from '../../../tasks/whole-procedure';
import { serverPhrase } from '../../server-phrase';
import { harmful, type ServerDefinition, unchanged, unpredictable } from '../definition';

/** The intermediate certificates are moved from the trusted roots to their own store. */
export const moveIntermediates: ServerDefinition<'move-intermediates'> = {
  random: [fc.constant({ kind: 'move-intermediates' })],
  exhaustive: [{ kind: 'move-intermediates' }],
  actions: (_, { deployment, server }) => [
    {
      sentence: `the intermediate authorities on ${serverPhrase(deployment, server)} are moved to their own store`,
      perform: (console) => moveToTheirStore(edge(console, server)),
      compound: true,
    },
  ],
  effect: harmful,
  predict: unpredictable,
  next: unchanged,
};
