import fc from 'fast-check';
import { fact } from '../../../../../exploration/scenario-action';
import { renewIssuingAuthority } from '../../../../../operator/tasks/authority';
import { alwaysDone, harmful, type PoolDefinition, unchanged } from '../definition';

/** The issuing authority gets a new certificate with a new key. */
export const renewAuthority: PoolDefinition<'renew-authority'> = {
  random: [fc.constant({ kind: 'renew-authority' })],
  exhaustive: [{ kind: 'renew-authority' }],
  actions: () => [fact('the issuing authority has renewed its certificate with a new key', renewIssuingAuthority)],
  effect: harmful,
  scope: 'any pool',
  predict: alwaysDone,
  next: unchanged,
};
