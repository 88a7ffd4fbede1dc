import fc from 'fast-check';
import { trust as trustAuthority } from '../../../tasks/whole-procedure';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmless, type ServerDefinition, unchanged } from '../definition';

/** The server imports the chain, each certificate into the store of its type. */
export const trust: ServerDefinition<'trust'> = {
  random: [fc.constant({ kind: 'trust' })],
  exhaustive: [{ kind: 'trust' }],
  actions: (_, { deployment, server }) => [
    {
      sentence: `${serverPhrase(deployment, server)} trusts the issuing authority`,
      perform: (console) => trustAuthority(console, server),
    },
  ],
  effect: harmless,
  predict: alwaysDone,
  next: unchanged,
};
