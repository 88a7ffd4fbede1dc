import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { type LyncServer, logged, lyncServerOf, withLyncServer } from './topology';

/** The services of Lync Server, by the role of the server (Microsoft, "Get-CsWindowsService"). */
export const SERVICES: Readonly<Record<LyncServer['role'], readonly string[]>> = {
  edge: ['RTCSRV', 'RTCDATAPROXY', 'RTCMRAUTH', 'RTCMEDIARELAY', 'REPLICA'],
  'front-end': ['RTCSRV', 'RTCDATAMCU', 'RTCMEETINGMCU', 'MASTER', 'REPLICA', 'FTA'],
};

/**
 * Starts the services that are stopped. They then use the currently assigned certificates (Step 4 of the Deployment
 * Wizard); services that run keep their certificates (Microsoft, "Start-CsWindowsService"). Refusal: `not-an-administrator`.
 */
export function startServices<T extends Topology>(topology: T, logon: Logon): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const command = 'Start-CsWindowsService';
  if (server.running !== null) return logged(topology, logon.on, { command, lines: ['the services are running'] });
  const started = withLyncServer(topology, { ...server, running: server.assigned, stopped: false });
  return logged(started, logon.on, { command, lines: ['services started'] });
}

/** Stops the services, so that nothing answers on their ports. Refusal: `not-an-administrator`. */
export function stopServices<T extends Topology>(topology: T, logon: Logon): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const stopped = withLyncServer(topology, { ...server, running: null, stopped: true });
  return logged(stopped, logon.on, { command: 'Stop-CsWindowsService', lines: ['services stopped'] });
}
