import { refuseOthers } from '../../windows/administrators';
import type { StoreEntry } from '../../windows/certificate-store';
import type { Seat } from '../../windows/program';
import { storedEntry } from './assignment';
import type { CertificateUse } from './certificate-use';
import { type EdgeTopology, type LyncServer, logged, lyncServerOf, machineUnder, withLyncServer } from './topology';

/**
 * Starts the services of a Lync server, or starts them anew: from now on they use the certificates that are assigned
 * now (Step 4 of the Deployment Wizard). Refusal: `not-an-administrator`.
 */
export function startServices<T extends EdgeTopology>(topology: T, seat: Seat): T {
  refuseOthers(topology, seat);
  const server = lyncServerOf(topology, seat.on);
  const started = withLyncServer(topology, { ...server, running: server.assigned });
  return logged(started, seat.on, { command: 'Start-CsWindowsService', lines: ['services started'] });
}

/** The certificate that the server presents for a use: what its services were started with, before that the assigned one. */
export function presentedEntry(
  topology: EdgeTopology,
  server: LyncServer,
  use: CertificateUse,
): StoreEntry | undefined {
  return storedEntry(machineUnder(topology, server), (server.running ?? server.assigned)[use]);
}
