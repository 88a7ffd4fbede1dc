import { after, DAY } from '../determinism';
import { renewIssuingAuthority } from '../operator/tasks/authority';
import { lost, putExportAway } from '../operator/tasks/repair';
import { renewInternal } from '../products/lync-server-2013/tasks/renewal';
import { setUp } from '../products/lync-server-2013/tasks/set-up';
import type { EdgePool } from '../products/lync-server-2013/topology';
import { fileExists } from '../windows/file-system';
import { type Deployment, firstPool } from '../world/deployment';
import { deciding, revoking, sending } from './authority-deeds';
import { type Deed, fact } from './deed';
import type { OnServer, Operation } from './operation';
import { onServer } from './server-deeds';

/** What an operation consists of, in order; null where it cannot be done: no such server, nothing to do it with. */
export type DeedsOf = (operation: Operation, deployment: Deployment) => readonly Deed[] | null;

type Anywhere = Exclude<Operation, OnServer>;

/** Within this time of the rehearsal's beginning the certificates of the authorities hold. */
const LONGEST_DAYS = 6 * 365;

/** The operations as the operator carries them out. */
export const deedsOf: DeedsOf = (operation, deployment) => {
  if (!('server' in operation)) return anywhere(operation, deployment);
  return onServerOf(firstPool(deployment), operation, deployment);
};

/** Null where that pool has no such server; what is done there is done with the certificate and the files of the first pool. */
function onServerOf({ servers }: EdgePool, operation: OnServer, deployment: Deployment): readonly Deed[] | null {
  const on = servers[operation.server];
  return on === undefined ? null : onServer(operation, deployment, { pool: firstPool(deployment), on });
}

function anywhere(operation: Anywhere, deployment: Deployment): readonly Deed[] | null {
  const [pool = firstPool(deployment), second = null] = deployment.pools;
  switch (operation.kind) {
    case 'set-up':
      return [{ sentence: 'the pool has been set up', carryOut: (c) => setUp(c, pool), whole: true }];
    case 'set-up-all':
      return settingUpAll(deployment);
    case 'send':
      return sending(operation.answer, deployment);
    case 'decide':
      return deciding(operation.decision, operation.by, deployment);
    case 'renew':
      return renewing(operation.name, deployment);
    case 'pass':
      return passing(operation.days, deployment);
    case 'revoke':
      return revoking(operation.by, deployment);
    case 'renew-authority':
      return [fact('the issuing authority has renewed its certificate with a new key', renewIssuingAuthority)];
    case 'lose':
      return losing(operation.file, deployment);
    case 'delete-exported':
      return [{ sentence: 'the exported file is deleted', carryOut: (c) => putExportAway(c, pool) }];
    case 'elsewhere':
      return second && onServerOf(second, operation.operation, deployment);
  }
}

/** Null where the pools would have to share one removable medium, and with it the exported file. */
function settingUpAll({ pools, environment }: Deployment): readonly Deed[] | null {
  if (pools.length < 2 || environment.transfer.kind === 'removable-media') return null;
  return [{ sentence: 'every pool has been set up', carryOut: (c) => pools.reduce(setUp, c), whole: true }];
}

function renewing(name: 'the same' | 'another', deployment: Deployment): readonly Deed[] {
  const { friendlyName } = deployment.environment.certificate;
  const pool = firstPool(deployment);
  return [
    {
      sentence: `the pool renews its certificate under ${name} friendly name`,
      carryOut: (c) => renewInternal(c, pool, name === 'the same' ? friendlyName : `${friendlyName} (renewed)`),
      whole: true,
    },
  ];
}

function losing(file: 'request' | 'response', deployment: Deployment): readonly Deed[] | null {
  const { files, internalServer } = deployment.environment;
  if (!fileExists(deployment, internalServer.fqdn, files[file])) return null;
  return [fact(`the ${file} file has been lost on the internal server`, (d) => lost(d, file))];
}

function passing(days: number, { environment, determinism }: Deployment): readonly Deed[] | null {
  const spent = (determinism.now - Date.parse(environment.clock)) / DAY;
  if (spent + days > LONGEST_DAYS) return null;
  const later = (d: Deployment): Deployment => ({ ...d, determinism: after(d.determinism, days * DAY) });
  return [fact(`${days} ${days === 1 ? 'day pass' : 'days pass'}`, later)];
}
