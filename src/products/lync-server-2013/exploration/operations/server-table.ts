import type { ServerKind } from '../operation';
import { assignExternal } from './assignment/assign-external';
import { assignCertificate } from './assignment/assign-internal';
import { ownCertificate } from './assignment/own-certificate';
import { startServices } from './assignment/start-services';
import { applyFault } from './circumstances/apply-fault';
import { asUser } from './circumstances/as-user';
import { setClock } from './circumstances/set-clock';
import type { ServerDefinition } from './definition';
import { exportCertificate } from './distribution/export-certificate';
import { importExported } from './distribution/import-exported';
import { importWithSnapIn } from './distribution/import-with-snap-in';
import { rejoin } from './distribution/rejoin';
import { abandon } from './request/abandon';
import { importResponse } from './request/import-response';
import { makeRequest } from './request/make-request';
import { importChain } from './trust/import-chain';
import { moveIntermediates } from './trust/move-intermediates';
import { trust } from './trust/trust';

/** The operations on one server. Their order decides which operation a seed chooses. */
export const SERVER_TABLE: { readonly [K in ServerKind]: ServerDefinition<K> } = {
  trust,
  'import-chain': importChain,
  'move-intermediates': moveIntermediates,
  request: makeRequest,
  'as-user': asUser,
  abandon,
  'import-response': importResponse,
  export: exportCertificate,
  'import-exported': importExported,
  'import-with-snap-in': importWithSnapIn,
  rejoin,
  assign: assignCertificate,
  start: startServices,
  'own-certificate': ownCertificate,
  external: assignExternal,
  'set-clock': setClock,
  fault: applyFault,
};
