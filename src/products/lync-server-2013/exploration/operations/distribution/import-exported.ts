import fc from 'fast-check';
import { PASSWORD } from '../../../../../operator/named-values';
import { importExported as importFile } from '../../../tasks/certificate';
import { edge } from '../../../tasks/whole-procedure';
import { imported } from '../../model/issued';
import type { ImportPassword } from '../../operation';
import { serverPhrase } from '../../server-phrase';
import { doneIf, harmful, type ServerDefinition } from '../definition';

const PASSWORDS: Readonly<Record<ImportPassword, readonly [phrase: string, typed: string | undefined]>> = {
  right: ['with its password', PASSWORD],
  wrong: ['with a wrong password', `${PASSWORD}x`],
  none: ['without a password', undefined],
};

/** The exported file is imported on the server with the wizard. */
export const importExported: ServerDefinition<'import-exported'> = {
  random: [
    fc.record({
      kind: fc.constant('import-exported'),
      password: fc.constantFrom('right', 'right', 'wrong', 'none'),
    }),
    fc.record({ kind: fc.constant('import-exported'), password: fc.constant('right') }),
  ],
  exhaustive: [
    { kind: 'import-exported', password: 'right' },
    { kind: 'import-exported', password: 'wrong' },
  ],
  actions: ({ password }, { deployment, pool, server }) => {
    const [phrase, typed] = PASSWORDS[password];
    return [
      {
        sentence: `the exported file is imported on ${serverPhrase(deployment, server)} ${phrase}`,
        perform: (console) => importFile(edge(console, server), pool, typed),
      },
    ];
  },
  effect: harmful,
  predict: ({ password }, { exported }) => doneIf(exported?.opens === true && password === 'right'),
  next: ({ server }, model) => (model.exported ? imported(model, server, model.exported) : model),
};
