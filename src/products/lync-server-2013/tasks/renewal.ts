import type { Console } from '../../../operator/console';
import { internalAuthority } from '../../../operator/logons';
import { putExportAway } from '../../../operator/tasks/repair';
import { carryRequest } from '../../../operator/tasks/request-files';
import { machineOf } from '../../../windows/machine';
import type { Pool } from '../../../world/topology';

import { assign } from './certificate';
import { createRequest, type RequestChoices } from './request';
import { edge, importResponse, sendTo, spreadFrom } from './whole-procedure';

/** Later certificates: a renewal for the whole pool, or one for each server. */

/** Requests a new certificate for the pool with this friendly name, distributes it and assigns it on every server. */
export function renewInternal(console: Console, pool: Pool, friendlyName: string): Console {
  const [first = ''] = pool.servers;
  const imported = obtain(console, first, { friendlyName });
  const spread = pool.servers.length > 1 ? putExportAway(spreadFrom(imported, pool), pool) : imported;
  return pool.servers.reduce((c, server) => assignNewest(c, pool, server), spread);
}

/** A server requests a separate certificate for the pool and assigns it. */
export function ownCertificate(console: Console, pool: Pool, server: string): Console {
  return assignNewest(
    obtain(console, server, { friendlyName: `Internal Edge of ${server.split('.')[0] ?? ''}` }),
    pool,
    server,
  );
}

/** A server requests a certificate and imports the response. */
export function obtain(console: Console, server: string, choices: RequestChoices): Console {
  const requested = carryRequest(createRequest(edge(console, server), choices), server);
  return importResponse(sendTo(requested, server, internalAuthority(requested)), server);
}

function assignNewest(console: Console, pool: Pool, server: string): Console {
  const { My } = machineOf(console.deployment, server).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => certificate.subject.some(({ value }) => value === pool.fqdn));
  const thumbprint = entry?.certificate.thumbprint.slice(0, 8) ?? '';
  return assign(edge(console, server), 'Edge Internal', `thumbprint ${thumbprint}`);
}
