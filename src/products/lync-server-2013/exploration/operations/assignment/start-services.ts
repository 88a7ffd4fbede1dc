import fc from 'fast-check';
import { startOn } from '../../../tasks/set-up';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmless, type ServerDefinition, unchanged } from '../definition';

/** The services on the server are restarted. */
export const startServices: ServerDefinition<'start'> = {
  random: [fc.constant({ kind: 'start' })],
  exhaustive: [{ kind: 'start' }],
  actions: (_, { deployment, server }) => [
    {
      sentence: `the services on ${serverPhrase(deployment, server)} are restarted`,
      perform: (console) => startOn(console, [server]),
    },
  ],
  effect: harmless,
  predict: alwaysDone,
  next: unchanged,
};
