import type { StoreEntry } from '../../../windows/certificate-store';
import { button, list, text } from '../../../windows/controls';
import { certificateLabel } from '../../../windows/machine';
import { goBack, goTo, onPage, type Page, type Session, type Transition, textOn } from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { machineUnder } from '../../../world/topology';
import { assignCertificate } from '../assign-certificate';
import { assignable } from '../assignment';
import { reportPath } from '../management-shell/report';
import { lyncServerOf } from '../topology';
import { type CertificateRow, rowsOn, rowTitled, selectedRow } from './certificate-rows';
import { executingPage, toTasks, wizardPage } from './certificate-wizard';

/** The assignment pages of the Certificate Wizard (04952-249 to 04952-253). */

const ASSIGNMENT = 'Certificate Assignment';
const USES = 'Certificate uses';
const STORE = 'Certificate Store';
const CERTIFICATES = 'Select a certificate from the local certificate store';
const DETAILS = 'Certificate Details';
const SUMMARY = 'Certificate Assignment Summary';
const EXECUTING = 'Executing Commands (assign)';

/** The pages of the assignment, for the Deployment Wizard of any topology. */
export function assignPages<T extends Topology>(): Readonly<Record<string, Page<T>>> {
  return {
    [ASSIGNMENT]: wizardPage<T>(
      (t, s) => [
        list(
          s,
          USES,
          rowsOn(t, s.logon.on).map(({ title }) => title),
          selectedRow(t, s).title,
        ),
      ],
      goTo(STORE),
    ),
    [STORE]: {
      title: 'Certificate Wizard',
      controls: storeControls,
      actions: { 'View Certificate Details': goTo(DETAILS), Back: goBack, Next: goTo(SUMMARY), Cancel: toTasks },
    },
    [DETAILS]: {
      title: 'Certificate',
      controls: (t, s) => [
        text('Certificate', textOn(s, STORE, CERTIFICATES)),
        text('Serial number', serialNumber(t, s)),
        button('OK'),
      ],
      actions: { OK: goBack },
    },
    [SUMMARY]: wizardPage<T>(
      (t, s) => [text('Summary', `${rowOf(t, s).title}: ${textOn(s, STORE, CERTIFICATES)}`)],
      executed,
    ),
    [EXECUTING]: executingPage<T>('Finish', toTasks),
  };
}

function storeControls(topology: Topology, session: Session) {
  const { fqdn } = lyncServerOf(topology, session.logon.on);
  const items = offeredEntries(topology, session).map((entry) => listedOn(topology, fqdn, entry));
  const choice = list(session, CERTIFICATES, items);
  const selected = choice.value !== '';
  return [
    choice,
    button('View Certificate Details', { available: selected }),
    button('Back'),
    button('Next', { available: selected }),
    button('Cancel'),
  ];
}

function executed<T extends Topology>(topology: T, session: Session): Transition<T> {
  const { thumbprint } = chosen(topology, session).certificate;
  const world = assignCertificate(topology, session.logon, {
    uses: rowOf(topology, session).uses,
    thumbprint,
    unconfirmed: true,
    report: reportPath(topology, session.logon, 'Set-CSCertificate'),
  });
  return { world, session: onPage(session, EXECUTING) };
}

function chosen(topology: Topology, session: Session): StoreEntry {
  const wanted = textOn(session, STORE, CERTIFICATES);
  const entry = offeredEntries(topology, session).find((e) => listedOn(topology, session.logon.on, e) === wanted);
  if (!entry) throw new Error(`the page "${STORE}" was left without a certificate`);
  return entry;
}

function serialNumber(topology: Topology, session: Session): string {
  return chosen(topology, session).certificate.serialNumber;
}

/** The certificates that can be assigned to every use of the row. */
function offeredEntries(topology: Topology, session: Session): readonly StoreEntry[] {
  const server = lyncServerOf(topology, session.logon.on);
  const [first = [], ...others] = rowOf(topology, session).uses.map((use) => assignable(topology, server, use));
  return first.filter((entry) => others.every((entries) => entries.includes(entry)));
}

function listedOn(topology: Topology, fqdn: string, entry: StoreEntry): string {
  return certificateLabel(machineUnder(topology, lyncServerOf(topology, fqdn)), 'LocalMachine', entry);
}

function rowOf(topology: Topology, session: Session): CertificateRow {
  return rowTitled(topology, session, textOn(session, ASSIGNMENT, USES));
}
