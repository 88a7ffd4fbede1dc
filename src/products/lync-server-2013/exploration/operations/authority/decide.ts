import fc from 'fast-check';
import { issuingAuthority } from '../../../../../world/deployment';
import { answered } from '../../model/issued';
import { doneIf, harmful, type PoolDefinition } from '../definition';
import { LOG_ON_INSIDE } from '../server-actions';
import { DECIDERS, decision, FETCH_CERTIFICATE } from './decision';

/** The newest request is decided, and its certificate fetched if it was issued; not without a request. */
export const decide: PoolDefinition<'decide'> = {
  random: [
    fc.record({
      kind: fc.constant('decide'),
      decision: fc.constantFrom('issue', 'issue', 'deny'),
      by: fc.constantFrom(...DECIDERS),
    }),
  ],
  exhaustive: [
    { kind: 'decide', decision: 'issue', by: 'certificate-manager' },
    { kind: 'decide', decision: 'deny', by: 'certificate-manager' },
  ],
  actions: ({ decision: way, by }, { deployment }) => {
    if (issuingAuthority(deployment).requests.length === 0) return null;
    return way === 'deny' ? [decision(way, by)] : [decision(way, by), LOG_ON_INSIDE, FETCH_CERTIFICATE];
  },
  effect: harmful,
  scope: 'any pool',
  predict: ({ by }, model) => doneIf(by === 'certificate-manager' && model.newest === 'pending'),
  next: ({ decision: way }, model, { certified }) => answered(model, way === 'issue' ? 'issued' : 'denied', certified),
};
