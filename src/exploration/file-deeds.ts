import { logOn } from '../operator/console';
import { namedValues, PASSWORD } from '../operator/named-values';
import { inside } from '../operator/seats';
import {
  type ExportChoices,
  exportCertificateOf,
  importExportedWithSnapIn,
  type SnapInImport,
} from '../operator/tasks/certificate-export';
import { carryChain, downloadChain, importChain, importFile } from '../operator/tasks/certification-path';
import { cutShort, repairLink } from '../operator/tasks/repair';
import { carryResponse } from '../operator/tasks/request-files';
import { importExported, importWithWizard } from '../products/lync-server-2013/tasks/certificate';
import { edge } from '../products/lync-server-2013/tasks/whole-procedure';
import type { EdgePool } from '../products/lync-server-2013/topology';
import { fileExists } from '../windows/file-system';
import { machineOf } from '../windows/machine';
import { accountFor, type Deployment } from '../world/deployment';
import { commonName } from '../x509/names/distinguished-name';
import { type Deed, fact } from './deed';
import type { ChainImport, ExportChoice, ResponseImport } from './operation';
import { serverPhrase } from './server-phrase';

/** What is done with files on a server of the pool, in the sentences of the features. */

/** The server of the pool that it is done on. */
export interface Place {
  readonly pool: EdgePool;
  readonly on: string;
}

/** The chain is downloaded and carried to the server. */
export function chainOn({ pool, on }: Place): Deed {
  return {
    sentence: `the certification path of the issuing authority lies in "{chain file}" on ${serverPhrase(pool, on)}`,
    carryOut: (console) => carryChain(downloadChain(logOn(console, inside(console))), on),
  };
}

/** The chain is carried to the server and imported there. */
export function importingChain(place: Place, how: ChainImport): readonly Deed[] {
  return [
    chainOn(place),
    {
      sentence: `the chain is imported on ${serverPhrase(place.pool, place.on)} ${how}`,
      carryOut: (console) => importChain(edge(console, place.on), how),
    },
  ];
}

/** The response on the internal server, to whichever request, is carried to the server and imported; null without one. */
export function importingResponse(place: Place, how: ResponseImport, deployment: Deployment): readonly Deed[] | null {
  const { pool, on } = place;
  const { internalServer, files } = deployment.environment;
  if (!fileExists(deployment, internalServer.fqdn, files.response)) return null;
  // the sentence about a file that was cut short means the first server of the pool
  if (how === 'cut short' && on !== pool.servers[0]) return null;
  const server = serverPhrase(pool, on);
  const snapIn = how === 'snap-in';
  return [
    bringingResponse(place),
    ...(how === 'cut short' ? [fact('the response has been cut short on its way', cutShort)] : []),
    {
      sentence: `the response is imported on ${server}${snapIn ? ' with the snap-in' : ''}`,
      carryOut: (console) =>
        snapIn
          ? importFile(edge(console, on), files.response, 'Personal')
          : importWithWizard(edge(console, on), files.response),
    },
  ];
}

/** Somebody tries to import the response who is no administrator there; null without a response. */
export function importingAsUser({ pool, on }: Place, deployment: Deployment): readonly Deed[] | null {
  const { internalServer, files } = deployment.environment;
  if (!fileExists(deployment, internalServer.fqdn, files.response)) return null;
  const user = accountFor(deployment, 'ordinary-user');
  const server = serverPhrase(pool, on);
  return [
    bringingResponse({ pool, on }),
    {
      sentence: `the operator logs on to ${server} as an ordinary user`,
      carryOut: (console) => logOn(console, { on, account: user.slice(user.lastIndexOf('\\') + 1) }),
    },
    {
      sentence: 'the operator imports the file "{response file}"',
      carryOut: (console) => importWithWizard(console, files.response),
    },
  ];
}

function bringingResponse({ pool, on }: Place): Deed {
  return {
    sentence: `the file "{response file}" is carried from the internal server to ${serverPhrase(pool, on)}`,
    carryOut: (console) => carryResponse(console, on),
  };
}

const EXPORTS: Readonly<Record<ExportChoice, readonly [phrase: string, choices: ExportChoices]>> = {
  'with-key': ['with its private key', { deleteKey: false }],
  'without-key': ['without its private key', { withKey: false }],
  'delete-key': ['and deletes its private key', { deleteKey: true }],
  'empty-password': ['with an empty password', { password: '', confirmation: '' }],
};

/** The newest certificate of the pool is exported on the server; null when it has none. */
export function exporting({ pool, on }: Place, how: ExportChoice, deployment: Deployment): readonly Deed[] | null {
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

const PASSWORDS = {
  right: ['with its password', PASSWORD],
  wrong: ['with a wrong password', `${PASSWORD}x`],
  none: ['without a password', undefined],
} as const;

/** The exported file is imported on the server. */
export function importingExported({ pool, on }: Place, password: keyof typeof PASSWORDS): readonly Deed[] {
  const [phrase, typed] = PASSWORDS[password];
  return [
    {
      sentence: `the exported file is imported on ${serverPhrase(pool, on)} ${phrase}`,
      carryOut: (console) => importExported(edge(console, on), pool, typed),
    },
  ];
}

/** The exported file is imported on the server with the snap-in. */
export function importingWithSnapIn({ pool, on }: Place, choice: SnapInImport): readonly Deed[] {
  return [
    {
      sentence: `the exported file is imported on ${serverPhrase(pool, on)} with the snap-in, ${choice}`,
      carryOut: (console) => importExportedWithSnapIn(edge(console, on), pool, choice),
    },
  ];
}

/** The newest certificate of the pool is joined to its private key on the server, if that is there. */
export function rejoining({ pool, on }: Place): readonly Deed[] {
  return [
    {
      sentence: `the internal certificate on ${serverPhrase(pool, on)} is joined to its private key again`,
      carryOut: (console) => repairLink(edge(console, on), pool),
    },
  ];
}
