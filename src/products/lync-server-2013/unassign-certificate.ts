import { labelled } from '../../fact';
import { requireAdministrator } from '../../windows/administrators';
import { NETWORK_SERVICE, readRevoked } from '../../windows/keys/key-access';
import { linkedKey, machineOf, withMachine } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { storedEntry, type Topology } from '../../world/topology';
import { USE_TITLES, type UseName } from './certificate-use';
import { lyncRefusal } from './lync-refusals';
import { unassignCommand } from './management-shell/management-shell-text';
import { reported } from './management-shell/report';
import { lyncServerOf, withLyncServer } from './topology';

/**
 * Removes the certificates from uses on the logged-on server. They remain in the store. The services may no
 * longer read a private key that no other use needs, and that no running service has opened (Microsoft,
 * "Remove-CsCertificate"). Refusals: `not-an-administrator`, `not-assigned`.
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
  const freed = uses.flatMap((use) => server.assigned[use] ?? []);
  const next = keysRevoked(withLyncServer(topology, { ...server, assigned }), logon, freed);
  return reported(next, logon, { command: unassignCommand(uses, report), lines }, report);
}

/** Takes the keys of these certificates from the services, as far as no use needs them. */
function keysRevoked<T extends Topology>(topology: T, { on }: Logon, thumbprints: readonly string[]): T {
  const { assigned, running } = lyncServerOf(topology, on);
  const needed = [assigned, running ?? {}].flatMap((uses) => Object.values(uses));
  return thumbprints
    .filter((thumbprint) => !needed.includes(thumbprint))
    .reduce((t, thumbprint) => {
      const machine = machineOf(t, on);
      const entry = storedEntry(machine, thumbprint);
      const key = entry && linkedKey(machine, 'LocalMachine', entry);
      return key ? withMachine(t, readRevoked(machine, key, NETWORK_SERVICE)) : t;
    }, topology);
}
