import { type Session, textOn } from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { assignedEntry } from '../../../world/topology';
import { USE_TITLES, type UseName } from '../certificate-use';
import { lyncServerOf, usesOn } from '../topology';

/** The grid on the start page of the Certificate Wizard. */

export const TASKS = 'Available Certificate Tasks';
export const GRID = 'Certificate';

/** A row of the grid: a certificate for one use, or for all uses of the external interface. */
export interface CertificateRow {
  readonly title: string;
  readonly uses: readonly UseName[];
}

/**
 * The certificate of the external interface. It has a separate row, above those of its services (descriptions of the
 * wizard on the Internet; the layout is not documented).
 */
const EXTERNAL = 'External Edge certificate (public Internet)';

/** The rows of a server: the internal certificate, the external one, and each service of the latter. */
export function rowsOn(topology: Topology, fqdn: string): readonly CertificateRow[] {
  const uses = usesOn(topology, fqdn);
  const external = uses.filter((use) => use !== 'Internal');
  const row = (use: UseName): CertificateRow => ({ title: USE_TITLES[use], uses: [use] });
  return [
    ...uses.filter((use) => use === 'Internal').map(row),
    ...(external.length > 0 ? [{ title: EXTERNAL, uses: external }] : []),
    ...external.map(row),
  ];
}

/** The text of a row: its title, whether one certificate is assigned to all its uses, and the name of that one. */
export function rowText(topology: Topology, fqdn: string, { title, uses }: CertificateRow): string {
  const server = lyncServerOf(topology, fqdn);
  const [entry, ...others] = uses.map((use) => assignedEntry(topology, server, use));
  const one = entry && others.every((other) => other === entry);
  return one ? `${title} | Assigned | ${entry.friendlyName}` : `${title} | Not assigned`;
}

/** The selected row; the first one if none is selected. A server without rows is a bug. */
export function selectedRow(topology: Topology, session: Session): CertificateRow {
  return rowTitled(topology, session, textOn(session, TASKS, GRID).split(' | ')[0] ?? '');
}

/** The row with this title; the first one if there is none. */
export function rowTitled(topology: Topology, { logon }: Session, title: string): CertificateRow {
  const rows = rowsOn(topology, logon.on);
  const row = rows.find((one) => one.title === title) ?? rows[0];
  if (!row) throw new Error(`the Certificate Wizard has no row on ${logon.on}`);
  return row;
}

/** Whether every use of the selected row has a certificate. */
export function isAssigned(topology: Topology, session: Session): boolean {
  const { assigned } = lyncServerOf(topology, session.logon.on);
  return selectedRow(topology, session).uses.every((use) => assigned[use] !== undefined);
}
