import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { USE_TITLES, type UseName } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import { unassignCommand } from './management-shell/management-shell-text';
import { reported } from './management-shell/report';
import { lyncServerOf, withLyncServer } from './topology';

/**
 * Removes the certificates from uses on the logged-on server. They remain in the store (Microsoft,
 * "Remove-CsCertificate"). The product also revokes the services' access to the private key; the simulation does not.
 * Refusals: `not-an-administrator`, `not-assigned`.
 */
export function unassignCertificate<T extends Topology>(
  topology: T,
  logon: Logon,
  uses: readonly UseName[],
  report?: string,
): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const free = uses.find((use) => server.assigned[use] === undefined);
  if (free !== undefined) throw lyncRefusal('not-assigned', logon.on, { use: labelled(USE_TITLES[free]) });
  const assigned = Object.fromEntries(
    Object.entries(server.assigned).filter(([use]) => !uses.some((one) => one === use)),
  );
  const lines = uses.map((use) => `took ${server.assigned[use]} from ${USE_TITLES[use]}`);
  const next = withLyncServer(topology, { ...server, assigned });
  return reported(next, logon, { command: unassignCommand(uses, report), lines }, report);
}
