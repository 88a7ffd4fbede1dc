import fc from 'fast-check';
import { ownCertificate as obtainAndAssign } from '../../../tasks/renewal';
import { obtained } from '../../model/issued';
import { serverPhrase } from '../../server-phrase';
import { harmful, type ServerDefinition, unpredictable } from '../definition';

/** The server gets a certificate that the other servers of the pool do not have. */
export const ownCertificate: ServerDefinition<'own-certificate'> = {
  random: [fc.constant({ kind: 'own-certificate' })],
  exhaustive: [{ kind: 'own-certificate' }],
  actions: (_, { deployment, pool, server }) => [
    {
      sentence: `a separate certificate is assigned on ${serverPhrase(deployment, server)}`,
      perform: (console) => obtainAndAssign(console, pool, server),
      compound: true,
    },
  ],
  effect: harmful,
  predict: unpredictable,
  next: ({ server }, model, { certified }) => obtained(model, server, certified),
};
