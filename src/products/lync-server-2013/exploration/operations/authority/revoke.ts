import fc from 'fast-check';
import { revokeNewest } from '../../../../../operator/tasks/authority';
import { issuingAuthority } from '../../../../../world/deployment';
import { doneIf, harmful, type PoolDefinition } from '../definition';
import { DECIDERS, personOf } from './decision';

/** The certificate of the newest request is revoked; not without a request. */
export const revoke: PoolDefinition<'revoke'> = {
  random: [fc.record({ kind: fc.constant('revoke'), by: fc.constantFrom(...DECIDERS) })],
  exhaustive: [
    { kind: 'revoke', by: 'certificate-manager' },
    { kind: 'revoke', by: 'ordinary-user' },
  ],
  actions: ({ by }, { deployment }) => {
    if (issuingAuthority(deployment).requests.length === 0) return null;
    return [
      {
        sentence: `${personOf(by)} revokes the internal certificate`,
        perform: (console) => revokeNewest(console, by),
      },
    ];
  },
  effect: harmful,
  scope: 'any pool',
  predict: ({ by }, model) => doneIf(by === 'certificate-manager' && model.newest === 'issued'),
  next: (_, model) => ({ ...model, newest: 'revoked' }),
};
