import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { USE_TITLES, type UseName } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import { unassignCommand } from './management-shell/management-shell-text';
import { logged, lyncServerOf, withLyncServer } from './topology';

/**
 * Removes the certificate from a use of the logged-on server. It remains in the store (Microsoft,
 * "Remove-CsCertificate"). The product also revokes the services' access to the private key; the simulation does not.
 * Refusals: `not-an-administrator`, `not-assigned`.
 */
export function unassignCertificate<T extends Topology>(topology: T, logon: Logon, use: UseName): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const { [use]: thumbprint, ...assigned } = server.assigned;
  if (thumbprint === undefined) {
    throw lyncRefusal('not-assigned', logon.on, { use: labelled(USE_TITLES[use]) });
  }
  return logged(withLyncServer(topology, { ...server, assigned }), logon.on, {
    command: unassignCommand(use),
    lines: [`took ${thumbprint} from ${USE_TITLES[use]}`],
  });
}
