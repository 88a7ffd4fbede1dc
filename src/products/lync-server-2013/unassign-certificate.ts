import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { type CertificateUse, USE_TITLES } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import { unassignCommand } from './management-shell-text';
import { logged, lyncServerOf, withLyncServer } from './topology';

/**
 * Takes the certificate from a use of the logon's server; it stays in the store (Microsoft, "Remove-CsCertificate"). The
 * services' right to read its private key, which the product takes away as well, stays here. Refusals:
 * `not-an-administrator`, `not-assigned`.
 */
export function unassignCertificate<T extends Topology>(topology: T, logon: Logon, use: CertificateUse): T {
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
