import type { Console } from '../../../src/operator/console';
import { internalAuthority } from '../../../src/operator/logons';
import {
  importResponse,
  requestOn,
  sendTo,
  spreadFrom,
  trust,
} from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import type { Pool } from '../../../src/world/topology';

/** Tasks that give a pool its certificate in the documented way. */

/** The first server trusts the authority, has requested, and has imported the response. */
export function firstServerWithCertificate(console: Console, pool: Pool, exportable: boolean): Console {
  const [first = ''] = pool.servers;
  const requested = requestOn(trust(console, first), first, exportable);
  const answered = sendTo(requested, first, internalAuthority(requested));
  return importResponse(answered, first);
}

/** Every server trusts the authority and has the certificate with its key; nothing is assigned. */
export function poolWithCertificate(console: Console, pool: Pool): Console {
  const held = firstServerWithCertificate(console, pool, true);
  return pool.servers.length > 1 ? spreadFrom(pool.servers.reduce(trust, held), pool) : held;
}
