import { type Deployment, firstPool } from '../deployment/deployment';
import { renewIssuingAuthority } from '../operator/tasks/authority';
import { assign } from '../operator/tasks/certificate';
import { putExportAway } from '../operator/tasks/mending';
import { ownCertificate } from '../operator/tasks/renewal';
import { setUp, startOn } from '../operator/tasks/set-up';
import { edge, trust } from '../operator/tasks/whole-procedure';
import { after, DAY, MINUTE } from '../surroundings';
import { machineOf, withMachine } from '../windows/machine';
import { revoking, sending } from './authority-deeds';
import { type Deed, fact } from './deed';
import type { Operation } from './operation';
import {
  exporting,
  importingChain,
  importingExported,
  importingResponse,
  type Place,
  requesting,
} from './server-deeds';
import { serverPhrase } from './server-phrase';

/** What an operation consists of, in order; null where it cannot be done: no such server, nothing to do it with. */
export type DeedsOf = (operation: Operation, deployment: Deployment) => readonly Deed[] | null;

type OnServer = Extract<Operation, { readonly server: number }>;
type Anywhere = Exclude<Operation, OnServer>;

/** Within this time of the rehearsal's beginning the certificates of the authorities hold. */
const LONGEST_DAYS = 6 * 365;
/** Longer than an authority dates its certificates back. */
const WRONG_BY = 120 * MINUTE;

/** The operations as the operator carries them out. */
export const deedsOf: DeedsOf = (operation, deployment) => {
  if (!('server' in operation)) return anywhere(operation, deployment);
  const pool = firstPool(deployment);
  const on = pool.servers[operation.server];
  return on === undefined ? null : onServer(operation, deployment, { pool, on });
};

function anywhere(operation: Anywhere, deployment: Deployment): readonly Deed[] | null {
  const pool = firstPool(deployment);
  switch (operation.kind) {
    case 'set-up':
      return [{ sentence: 'the pool has been set up', carryOut: (c) => setUp(c, pool), whole: true }];
    case 'send':
      return sending(operation.answer);
    case 'pass':
      return passing(operation.days, deployment);
    case 'revoke':
      return revoking(deployment);
    case 'renew-authority':
      return [fact('the issuing authority has renewed its certificate with a new key', renewIssuingAuthority)];
    case 'delete-exported':
      return [{ sentence: 'the exported file is deleted', carryOut: (c) => putExportAway(c, pool) }];
  }
}

function onServer(operation: OnServer, deployment: Deployment, place: Place): readonly Deed[] | null {
  const { pool, on } = place;
  const server = serverPhrase(pool, on);
  const alone = (sentence: string, carryOut: Deed['carryOut']): readonly Deed[] => [{ sentence, carryOut }];
  switch (operation.kind) {
    case 'trust':
      return alone(`${server} trusts the issuing authority`, (c) => trust(c, on));
    case 'import-chain':
      return importingChain(place);
    case 'request':
      return requesting(place, operation.exportable);
    case 'import-response':
      return importingResponse(place, deployment);
    case 'export':
      return exporting(place, deployment, operation.how);
    case 'import-exported':
      return importingExported(place, operation.password);
    case 'assign':
      return alone(`the internal certificate is assigned on ${server}`, (c) =>
        assign(edge(c, on), 'Edge Internal', pool.fqdn),
      );
    case 'start':
      return alone(`the services on ${server} are started anew`, (c) => startOn(c, [on]));
    case 'set-clock':
      return [fact(`on ${server}, the clock is 2 hours ${operation.way}`, (d) => withClock(d, on, operation.way))];
    case 'own-certificate':
      return [
        {
          sentence: `a certificate of its own is assigned on ${server}`,
          carryOut: (c) => ownCertificate(c, pool, on),
          whole: true,
        },
      ];
  }
}

function withClock(deployment: Deployment, on: string, way: 'fast' | 'slow'): Deployment {
  const clockOffset = way === 'fast' ? WRONG_BY : -WRONG_BY;
  return withMachine(deployment, { ...machineOf(deployment, on), clockOffset });
}

function passing(days: number, { environment, surroundings }: Deployment): readonly Deed[] | null {
  const spent = (surroundings.now - Date.parse(environment.clock)) / DAY;
  if (spent + days > LONGEST_DAYS) return null;
  const later = (d: Deployment): Deployment => ({ ...d, surroundings: after(d.surroundings, days * DAY) });
  return [fact(`${days} ${days === 1 ? 'day pass' : 'days pass'}`, later)];
}
