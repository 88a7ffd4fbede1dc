import { checkbox, field, text } from '../../../windows/controls';
import { goTo, isOn, onPage, type Page, type Session, type Transition, textOn } from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { assumptionsOf } from '../assumptions';
import { checkImport, importCertificate } from '../import-certificate';
import type { ImportParameters } from '../management-shell/command-parameters';
import { reportPath } from '../management-shell/report';
import { executingPage, toTasks, wizardPage } from './certificate-wizard';

/**
 * The import pages of the Certificate Wizard, for a response or a certificate with its key (04952-205 to 04952-207).
 */

const IMPORT = 'Import Certificate';
const HOLDS_KEY = "Certificate file contains certificate's private key";
const SUMMARY = 'Import Certificate Summary';
const EXECUTING = 'Executing Commands (import)';

/** The pages of the import, for the Deployment Wizard of any topology. */
export function importPages<T extends Topology>(): Readonly<Record<string, Page<T>>> {
  return {
    [IMPORT]: wizardPage<T>(controls, checked),
    [SUMMARY]: wizardPage<T>((t, s) => [text('Summary', summary(t, s))], executed),
    [EXECUTING]: executingPage<T>('Finish', toTasks),
  };
}

function controls(_: Topology, session: Session) {
  const box = checkbox(session, HOLDS_KEY, false, { aliases: ["Certificate file contains certifcate's private key"] });
  return [
    field(session, 'File name', '', { aliases: ['Certificate file', 'path and file name'] }),
    box,
    field(session, 'Password', '', { secret: true, available: box.value === true }),
  ];
}

function checked<T extends Topology>(topology: T, session: Session): Transition<T> {
  checkImport(topology, session.logon, orderOf(topology, session));
  return goTo<T>(SUMMARY)(topology, session);
}

function executed<T extends Topology>(topology: T, session: Session): Transition<T> {
  const world = importCertificate(topology, session.logon, orderOf(topology, session));
  return { world, session: onPage(session, EXECUTING) };
}

function orderOf(topology: Topology, session: Session): ImportParameters {
  return {
    path: textOn(session, IMPORT, 'File name'),
    password: isOn(session, IMPORT, HOLDS_KEY) ? textOn(session, IMPORT, 'Password') : undefined,
    exportable: assumptionsOf(topology).importWizardMarksExportable,
    report: reportPath(topology, session.logon, 'Import-CSCertificate'),
  };
}

function summary(topology: Topology, session: Session): string {
  const order = orderOf(topology, session);
  return `Certificate file: ${order.path}\nContains private key: ${order.password === undefined ? 'No' : 'Yes'}`;
}
