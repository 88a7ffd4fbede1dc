import type { Deployment } from '../deployment/deployment';
import type { EdgePool } from '../edge/topology';
import { logOn } from '../operator/console';
import { namedValues, PASSWORD } from '../operator/named-values';
import {
  type ExportChoices,
  exportCertificateOf,
  importExported,
  importWithWizard,
} from '../operator/tasks/certificate';
import { carryChain, downloadChain, importFile } from '../operator/tasks/certification-path';
import { carryRequest, carryResponse, createRequest } from '../operator/tasks/request';
import { edge, inside } from '../operator/tasks/whole-procedure';
import { fileExists } from '../windows/file-system';
import { machineOf } from '../windows/machine';
import { commonName } from '../x509/distinguished-name';
import type { Deed } from './deed';
import type { ExportChoice } from './operation';
import { serverPhrase } from './server-phrase';

/** What is done with files on a server of the pool, in the sentences of the features. */

/** The server of the pool that it is done on. */
export interface Place {
  readonly pool: EdgePool;
  readonly on: string;
}

/** The chain is carried to the server and imported literally: every certificate of it into Trusted Root. */
export function importingChain({ pool, on }: Place): readonly Deed[] {
  const server = serverPhrase(pool, on);
  return [
    {
      sentence: `the certification path of the issuing authority lies in "{chain file}" on ${server}`,
      carryOut: (console) => carryChain(downloadChain(logOn(console, inside(console))), on),
    },
    {
      sentence: `the chain is imported on ${server} as the document says`,
      carryOut: (console) =>
        importFile(
          edge(console, on),
          console.deployment.environment.files.chain,
          'Trusted Root Certification Authorities',
        ),
    },
  ];
}

/** A request is made on the server and carried to the internal server. */
export function requesting({ pool, on }: Place, exportable: boolean): readonly Deed[] {
  const server = serverPhrase(pool, on);
  return [
    {
      sentence: `the operator logs on to ${server} as the Edge administrator`,
      carryOut: (console) => edge(console, on),
    },
    {
      sentence: `the operator makes a request ${exportable ? 'with' : 'without'} an exportable key`,
      carryOut: (console) => createRequest(console, { exportable }),
    },
    {
      sentence: `the file "{request file}" is carried from ${server} to the internal server`,
      carryOut: (console) => carryRequest(console, on),
    },
  ];
}

/** The response on the internal server, to whichever request, is carried to the server and imported; null without one. */
export function importingResponse({ pool, on }: Place, deployment: Deployment): readonly Deed[] | null {
  const { internalServer, files } = deployment.environment;
  if (!fileExists(deployment, internalServer.fqdn, files.response)) return null;
  const server = serverPhrase(pool, on);
  return [
    {
      sentence: `the file "{response file}" is carried from the internal server to ${server}`,
      carryOut: (console) => carryResponse(console, on),
    },
    {
      sentence: `the response is imported on ${server}`,
      carryOut: (console) => importWithWizard(edge(console, on), files.response),
    },
  ];
}

const EXPORTS: Readonly<Record<ExportChoice, readonly [phrase: string, choices: ExportChoices]>> = {
  'with-key': ['with its private key', { deleteKey: false }],
  'without-key': ['without its private key', { withKey: false }],
  'delete-key': ['and deletes its private key', { deleteKey: true }],
};

/** The newest certificate of the pool is exported on the server; null when it has none. */
export function exporting({ pool, on }: Place, deployment: Deployment, how: ExportChoice): readonly Deed[] | null {
  const { My } = machineOf(deployment, on).stores.LocalMachine;
  if (!My.some(({ certificate }) => commonName(certificate.subject) === pool.fqdn)) return null;
  const [phrase, choices] = EXPORTS[how];
  const path = how === 'without-key' ? { path: namedValues(deployment, pool)['certificate file'] ?? '' } : {};
  return [
    {
      sentence: `${serverPhrase(pool, on)} exports the internal certificate ${phrase}`,
      carryOut: (console) => exportCertificateOf(edge(console, on), pool, { ...choices, ...path }),
    },
  ];
}

/** The exported file is imported on the server. */
export function importingExported({ pool, on }: Place, password: 'right' | 'wrong'): readonly Deed[] {
  const [phrase, typed] =
    password === 'right' ? ['with its password', PASSWORD] : ['with a wrong password', `${PASSWORD}x`];
  return [
    {
      sentence: `the exported file is imported on ${serverPhrase(pool, on)} ${phrase}`,
      carryOut: (console) => importExported(edge(console, on), pool, typed),
    },
  ];
}
