import fc from 'fast-check';
import { assignExternal as assignBoth } from '../../../tasks/external';
import { isEdgePool } from '../../../topology';
import { withCertificate, withRequest } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { harmful, type ServerDefinition, unpredictable } from '../definition';

/** The certificates for the external interface are requested and assigned; not in a pool without external names. */
export const assignExternal: ServerDefinition<'external'> = {
  random: [fc.constant({ kind: 'external' })],
  exhaustive: [{ kind: 'external' }],
  actions: (_, { deployment, pool, server }) =>
    isEdgePool(pool) && pool.externalNames
      ? [
          {
            sentence: `the external certificates are assigned on ${serverPhrase(deployment, server)}`,
            perform: (console) => assignBoth(console, server),
            compound: true,
          },
        ]
      : null,
  effect: harmful,
  predict: unpredictable,
  next: ({ server }, model, { external }) =>
    withCertificate(withRequest(model, server, external.key, true), server, external),
};
