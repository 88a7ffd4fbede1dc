import type { Console } from '../../../operator/console';
import { internalAuthority } from '../../../operator/logons';
import { once } from '../../../operator/once';
import { typeCommand } from '../../../operator/prompt';
import { putExportAway } from '../../../operator/tasks/repair';
import type { Pool } from '../../../world/topology';

import { edge, procedureFor } from './whole-procedure';

/** A pool after a change window that went well: the procedure, the exported file put away, the services started. */
export function setUp(console: Console, pool: Pool): Console {
  return once(console, `set up ${pool.fqdn}`, (c) => {
    const carriedOut = procedureFor(c, pool, internalAuthority(c));
    return startOn(pool.servers.length > 1 ? putExportAway(carriedOut, pool) : carriedOut, pool.servers);
  });
}

/** Starts the services of several servers, or starts them anew. */
export function startOn(console: Console, servers: readonly string[]): Console {
  return servers.reduce((c, server) => typeCommand(edge(c, server), 'Start-CsWindowsService'), console);
}
