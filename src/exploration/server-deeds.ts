import { MINUTE } from '../determinism';
import { moveIntermediates } from '../operator/tasks/repair';
import { assign } from '../products/lync-server-2013/tasks/certificate';
import { assignExternal } from '../products/lync-server-2013/tasks/external';
import { ownCertificate } from '../products/lync-server-2013/tasks/renewal';
import { startOn } from '../products/lync-server-2013/tasks/set-up';
import { edge, trust } from '../products/lync-server-2013/tasks/whole-procedure';
import { machineOf, withMachine } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import { type Deed, fact } from './deed';
import {
  exporting,
  importingAsUser,
  importingChain,
  importingExported,
  importingResponse,
  importingWithSnapIn,
  type Place,
  rejoining,
} from './file-deeds';
import type { OnServer } from './operation';
import { requesting } from './request-deeds';
import { serverPhrase } from './server-phrase';
import { abandoning } from './unfinished-deeds';

/** What is done on one server of the pool, in the sentences of the features. */

/** Longer than an authority dates its certificates back. */
const WRONG_BY = 120 * MINUTE;

/** What the operation consists of, in order; null where there is nothing to do it with. */
export function onServer(operation: OnServer, deployment: Deployment, place: Place): readonly Deed[] | null {
  switch (operation.kind) {
    case 'import-chain':
      return importingChain(place, operation.how);
    case 'request':
      return requesting(place, operation.exportable);
    case 'import-as-user':
      return importingAsUser(place, deployment);
    case 'abandon':
      return abandoning(place, operation.what, deployment);
    case 'import-response':
      return importingResponse(place, operation.how, deployment);
    case 'export':
      return exporting(place, operation.how, deployment);
    case 'import-exported':
      return importingExported(place, operation.password);
    case 'import-with-snap-in':
      return importingWithSnapIn(place, operation.choice);
    case 'rejoin':
      return rejoining(place);
    case 'external':
      return place.pool.externalNames ? [simple(operation, place)] : null;
    default:
      return [simple(operation, place)];
  }
}

type Simple = Extract<
  OnServer,
  { readonly kind: 'trust' | 'move-intermediates' | 'assign' | 'start' | 'own-certificate' | 'external' | 'set-clock' }
>;

/** What one sentence says. */
function simple(operation: Simple, { pool, on }: Place): Deed {
  const server = serverPhrase(pool, on);
  switch (operation.kind) {
    case 'trust':
      return { sentence: `${server} trusts the issuing authority`, carryOut: (c) => trust(c, on) };
    case 'move-intermediates':
      return {
        sentence: `the intermediate authorities on ${server} are moved to their own store`,
        carryOut: (c) => moveIntermediates(edge(c, on)),
        whole: true,
      };
    case 'assign':
      return {
        sentence: `the internal certificate is assigned on ${server}`,
        carryOut: (c) => assign(edge(c, on), 'Edge Internal', pool.fqdn),
      };
    case 'start':
      return { sentence: `the services on ${server} are started anew`, carryOut: (c) => startOn(c, [on]) };
    case 'own-certificate':
      return {
        sentence: `a certificate of its own is assigned on ${server}`,
        carryOut: (c) => ownCertificate(c, pool, on),
        whole: true,
      };
    case 'external':
      return {
        sentence: `the external certificates are assigned on ${server}`,
        carryOut: (c) => assignExternal(c, on),
        whole: true,
      };
    case 'set-clock':
      return fact(`on ${server}, the clock is 2 hours ${operation.way}`, (d) => withClock(d, on, operation.way));
  }
}

function withClock(deployment: Deployment, on: string, way: 'fast' | 'slow'): Deployment {
  const clockOffset = way === 'fast' ? WRONG_BY : -WRONG_BY;
  return withMachine(deployment, { ...machineOf(deployment, on), clockOffset });
}
