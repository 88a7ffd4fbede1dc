import fc from 'fast-check';
import { renewInternal } from '../../../tasks/renewal';
import { distributed } from '../../model/issued';
import { harmless, type PoolDefinition, unpredictable } from '../definition';

/** The pool gets a new certificate under the same or another friendly name. */
export const renew: PoolDefinition<'renew'> = {
  random: [fc.record({ kind: fc.constant('renew'), name: fc.constantFrom('another', 'the same') })],
  exhaustive: [{ kind: 'renew', name: 'another' }],
  actions: ({ name }, { deployment, pool }) => {
    const { friendlyName } = deployment.environment.certificate;
    const newName = name === 'the same' ? friendlyName : `${friendlyName} (renewed)`;
    return [
      {
        sentence: `the pool renews its certificate under ${name} friendly name`,
        perform: (console) => renewInternal(console, pool, newName),
        compound: true,
      },
    ];
  },
  effect: harmless,
  scope: 'explored pool',
  predict: unpredictable,
  next: (_, model, { certified }) => distributed(model, certified),
};
