import fc from 'fast-check';
import { namedValues } from '../../../../../operator/named-values';
import { type ExportChoices, exportCertificateOf } from '../../../../../operator/tasks/certificate-export';
import { machineOf } from '../../../../../windows/machine';
import { commonName } from '../../../../../x509/names/distinguished-name';
import { edge } from '../../../tasks/whole-procedure';
import {
  type ExportedCertificate,
  type Model,
  newestOn,
  serverIn,
  withoutCertificate,
  withoutKey,
} from '../../model/model';
import type { ExportChoice, ServerOperation } from '../../operation';
import { serverPhrase } from '../../server-phrase';
import { doneIf, type ServerDefinition } from '../definition';

const CHOICES: Readonly<Record<ExportChoice, readonly [phrase: string, choices: ExportChoices]>> = {
  'with-key': ['with its private key', { deleteKey: false }],
  'without-key': ['without its private key', { withKey: false }],
  'delete-key': ['and deletes its private key', { deleteKey: true }],
  'empty-password': ['with an empty password', { password: '', confirmation: '' }],
};

/** The newest certificate for the pool is exported on the server; not without such a certificate. */
export const exportCertificate: ServerDefinition<'export'> = {
  random: [
    fc.record({
      kind: fc.constant('export'),
      how: fc.constantFrom('with-key', 'with-key', 'without-key', 'delete-key', 'empty-password'),
    }),
  ],
  exhaustive: [
    { kind: 'export', how: 'with-key' },
    { kind: 'export', how: 'delete-key' },
  ],
  actions: ({ how }, { deployment, pool, server }) => {
    const { My } = machineOf(deployment, server).stores.LocalMachine;
    if (!My.some(({ certificate }) => commonName(certificate.subject) === pool.fqdn)) return null;
    const [phrase, choices] = CHOICES[how];
    const path = how === 'without-key' ? { path: namedValues(deployment, pool)['certificate file'] ?? '' } : {};
    return [
      {
        sentence: `${serverPhrase(deployment, server)} exports the internal certificate ${phrase}`,
        perform: (console) => exportCertificateOf(edge(console, server), pool, { ...choices, ...path }),
      },
    ];
  },
  effect: ({ how }) => (how === 'delete-key' ? 'harmful' : 'harmless'),
  predict: ({ server, how }, model) => {
    if (how === 'without-key') return 'done';
    const exporting = serverIn(model, server);
    const newest = newestOn(exporting);
    const mayLeave = newest?.linked === true && exporting.keys.get(newest.key) === true;
    return doneIf(mayLeave && !(how === 'empty-password' && model.assumptions.exportPasswordRequired));
  },
  next: exportedFrom,
};

function exportedFrom({ server, how }: ServerOperation<'export'>, model: Model): Model {
  const newest = newestOn(serverIn(model, server));
  if (how === 'without-key' || !newest) return model;
  const exported: ExportedCertificate = { ...newest, opens: how !== 'empty-password' };
  if (how !== 'delete-key') return { ...model, exported };
  const deleted = withoutKey(model, server, newest.key);
  const isKept = model.assumptions.deletedKeyLeavesCertificate;
  return { ...(isKept ? deleted : withoutCertificate(deleted, server, newest.certificate)), exported };
}
