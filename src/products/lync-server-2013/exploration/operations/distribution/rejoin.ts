import fc from 'fast-check';
import { repairLink } from '../../../../../operator/tasks/repair';
import { edge } from '../../../tasks/whole-procedure';
import { newestOn, serverIn, withCertificate } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { doneIf, harmful, type ServerDefinition } from '../definition';

/** The newest certificate for the pool is linked to its private key on the server, if the key is there. */
export const rejoin: ServerDefinition<'rejoin'> = {
  random: [fc.constant({ kind: 'rejoin' })],
  exhaustive: [{ kind: 'rejoin' }],
  actions: (_, { deployment, pool, server }) => [
    {
      sentence: `the internal certificate on ${serverPhrase(deployment, server)} is joined to its private key again`,
      perform: (console) => repairLink(edge(console, server), pool),
    },
  ],
  effect: harmful,
  predict: ({ server }, model) => {
    const repaired = serverIn(model, server);
    const newest = newestOn(repaired);
    return doneIf(newest !== undefined && repaired.keys.has(newest.key));
  },
  next: ({ server }, model) => {
    const newest = newestOn(serverIn(model, server));
    return newest ? withCertificate(model, server, newest) : model;
  },
};
