import fc from 'fast-check';
import { importExportedWithSnapIn } from '../../../../../operator/tasks/certificate-export';
import { edge } from '../../../tasks/whole-procedure';
import { withCertificate, withKey } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { doneIf, harmful, type ServerDefinition } from '../definition';

/** The exported file is imported on the server with the snap-in. */
export const importWithSnapIn: ServerDefinition<'import-with-snap-in'> = {
  random: [
    fc.record({
      kind: fc.constant('import-with-snap-in'),
      choice: fc.constantFrom('leaving the key unmarked', 'marking the key as exportable', 'among the trusted roots'),
    }),
  ],
  exhaustive: [
    { kind: 'import-with-snap-in', choice: 'leaving the key unmarked' },
    { kind: 'import-with-snap-in', choice: 'among the trusted roots' },
  ],
  actions: ({ choice }, { deployment, pool, server }) => [
    {
      sentence: `the exported file is imported on ${serverPhrase(deployment, server)} with the snap-in, ${choice}`,
      perform: (console) => importExportedWithSnapIn(edge(console, server), pool, choice),
    },
  ],
  effect: harmful,
  predict: (_, { exported }) => doneIf(exported?.opens === true),
  // in every store, the key is one of the machine's; a certificate among the trusted roots is not found
  next: ({ server, choice }, model) => {
    const { exported } = model;
    if (!exported) return model;
    const withItsKey = withKey(model, server, exported.key, choice === 'marking the key as exportable');
    return choice === 'among the trusted roots' ? withItsKey : withCertificate(withItsKey, server, exported);
  },
};
