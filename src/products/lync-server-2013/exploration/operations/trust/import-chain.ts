import fc from 'fast-check';
import { importChain as importChainFile } from '../../../../../operator/tasks/certification-path';
import { edge } from '../../../tasks/whole-procedure';
import type { ChainImport } from '../../operation';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerDefinition, unchanged } from '../definition';
import { transferChain } from './transfer-chain';

/** The stores that an import of the chain may choose. */
export const CHAIN_IMPORTS: readonly ChainImport[] = [
  'as the document says',
  'each certificate by its type',
  'into the stores of a user',
];

/** The server imports the chain into one store or another. */
export const importChain: ServerDefinition<'import-chain'> = {
  random: [fc.record({ kind: fc.constant('import-chain'), how: fc.constantFrom(...CHAIN_IMPORTS) })],
  exhaustive: [
    { kind: 'import-chain', how: 'as the document says' },
    { kind: 'import-chain', how: 'into the stores of a user' },
  ],
  actions: ({ how }, context) => [
    transferChain(context),
    {
      sentence: `the chain is imported on ${serverPhrase(context.deployment, context.server)} ${how}`,
      perform: (console) => importChainFile(edge(console, context.server), how),
    },
  ],
  effect: harmful,
  predict: alwaysDone,
  next: unchanged,
};
