import { type Console, logOn } from '../../../operator/console';
import { atServer, inside } from '../../../operator/logons';
import { PASSWORD } from '../../../operator/named-values';
import { oncePerDeployment } from '../../../operator/once';
import { answeredBy } from '../../../operator/tasks/authority';
import { exportCertificateOf } from '../../../operator/tasks/certificate-export';
import { carryChain, downloadChain, importFile, ROOTS } from '../../../operator/tasks/certification-path';
import { carryRequest, carryResponse } from '../../../operator/tasks/request-files';
import type { Pool } from '../../../world/topology';

import { assign, importExported, importWithWizard } from './certificate';
import { createRequest } from './request';

/** The whole document for every pool (04952-112 to 04952-119). Each part operates the real windows. */
export function wholeProcedure(console: Console, authority: string): Console {
  return console.deployment.pools.reduce((c, pool) => procedureFor(c, pool, authority), console);
}

/** The whole document for one pool. */
export function procedureFor(console: Console, pool: Pool, authority: string): Console {
  const [first = ''] = pool.servers;
  const trusting = pool.servers.reduce(trust, console);
  const requested = requestOn(trusting, first);
  const answered = sendTo(requested, first, authority);
  const imported = importResponse(answered, first);
  const spread = pool.servers.length > 1 ? spreadFrom(imported, pool) : imported;
  return pool.servers.reduce((c, server) => assign(edge(c, server), 'Edge Internal', pool.fqdn), spread);
}

/** Makes an Edge Server trust the issuing authority. Each certificate of the path goes into the store of its type. */
export function trust(console: Console, server: string): Console {
  return oncePerDeployment(console, `trust ${server}`, (c) => trustDownloaded(downloadedChain(c), server));
}

/** Downloads the chain file on the internal server. */
export function downloadedChain(console: Console): Console {
  return downloadChain(logOn(console, inside(console)));
}

/** Like `trust`, after the chain file was downloaded. */
export function trustDownloaded(console: Console, server: string): Console {
  const carried = carryChain(console, server);
  const { chain } = carried.deployment.environment.files;
  return importFile(edge(carried, server), chain, ROOTS, { byType: true });
}

/** Creates the request on a server and carries it to the internal server. */
export function requestOn(console: Console, server: string, exportable = true): Console {
  return oncePerDeployment(console, `request ${server} ${exportable}`, (c) =>
    carryRequest(createRequest(edge(c, server), { exportable }), server),
  );
}

/** An authority answers the request, and the response is carried to the server. */
export function sendTo(console: Console, server: string, authority: string): Console {
  return oncePerDeployment(console, `answer ${server} ${authority}`, (c) =>
    carryResponse(answeredBy(c, authority), server),
  );
}

/** Imports the response on the server that made the request. */
export function importResponse(console: Console, server: string): Console {
  return oncePerDeployment(console, `response ${server}`, (c) =>
    importWithWizard(edge(c, server), c.deployment.environment.files.response),
  );
}

/** Exports the certificate on the first server and imports it on the others. */
export function spreadFrom(console: Console, pool: Pool): Console {
  const [first = '', ...others] = pool.servers;
  const exported = oncePerDeployment(console, `export ${pool.fqdn}`, (c) => exportCertificateOf(edge(c, first), pool));
  return others.reduce(
    (c, server) => oncePerDeployment(c, `import ${server}`, (one) => importExported(edge(one, server), pool, PASSWORD)),
    exported,
  );
}

/** Logs the Edge administrator on to a server. */
export const edge = atServer;
