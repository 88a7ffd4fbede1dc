import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { logged, lyncServerOf, withLyncServer } from './topology';

/**
 * Starts or restarts the services of a Lync server. They then use the currently assigned certificates (Step 4 of the
 * Deployment Wizard). Refusal: `not-an-administrator`.
 */
export function startServices<T extends Topology>(topology: T, logon: Logon): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const started = withLyncServer(topology, { ...server, running: server.assigned });
  return logged(started, logon.on, { command: 'Start-CsWindowsService', lines: ['services started'] });
}
