import type { Console } from '../../../operator/console';
import { internalAuthority } from '../../../operator/logons';
import { oncePerDeployment } from '../../../operator/once';
import { typeCommand } from '../../../operator/prompt';
import { putExportAway } from '../../../operator/tasks/repair';
import type { Pool } from '../../../world/topology';

import { lyncServerOf } from '../topology';
import { edge, procedureFor } from './whole-procedure';

/**
 * A pool after a successful change window: the procedure is complete, the exported file deleted, and the services
 * started.
 */
export function setUp(console: Console, pool: Pool): Console {
  return oncePerDeployment(console, `set up ${pool.fqdn}`, (c) => {
    const carriedOut = procedureFor(c, pool, internalAuthority(c));
    return startOn(pool.servers.length > 1 ? putExportAway(carriedOut, pool) : carriedOut, pool.servers);
  });
}

/** Starts or restarts the services of several servers: services that run are stopped first. */
export function startOn(console: Console, servers: readonly string[]): Console {
  return servers.reduce((c, server) => {
    const there = edge(c, server);
    const runs = lyncServerOf(there.deployment, server).running !== null;
    return typeCommand(runs ? typeCommand(there, 'Stop-CsWindowsService') : there, 'Start-CsWindowsService');
  }, console);
}
