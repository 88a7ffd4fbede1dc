import fc from 'fast-check';
import { assign } from '../../../tasks/certificate';
import { edge } from '../../../tasks/whole-procedure';
import { serverIn } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { harmless, type ServerDefinition, unchanged } from '../definition';

/** The internal certificate is assigned on the server. */
export const assignCertificate: ServerDefinition<'assign'> = {
  random: [fc.constant({ kind: 'assign' })],
  exhaustive: [{ kind: 'assign' }],
  actions: (_, { deployment, pool, server }) => [
    {
      sentence: `the internal certificate is assigned on ${serverPhrase(deployment, server)}`,
      perform: (console) => assign(edge(console, server), 'Edge Internal', pool.fqdn),
    },
  ],
  effect: harmless,
  predict: ({ server }, model) => {
    const { certificates, keys } = serverIn(model, server);
    const isPossible = certificates.some(({ linked, ours, key }) => ours && linked && keys.has(key));
    return isPossible ? 'either' : 'refused';
  },
  next: unchanged,
};
