import type { EdgePool } from '../../products/lync-server-2013/topology';
import { machineOf } from '../../windows/machine';
import { commonName } from '../../x509/names/distinguished-name';
import { type Console, isAt, seatOf } from '../console';
import { move, walk } from '../moves';
import { exportedFile, PASSWORD } from '../named-values';
import { importFile, openComputerCertificates, ROOTS } from './certification-path';
import { openCertificateWizard } from './request';

/** The certificate on the Edge Servers: import of the response, export with its key, import of that, assignment. */

/** Imports a file with the Certificate Wizard; `password` undefined: the box for a private key stays empty. */
export function importWithWizard(console: Console, path: string, password?: string): Console {
  const page = 'Import Certificate';
  const opened = walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Import a certificate from a .P7b, .pfx or .cer file', 'pressed'],
    [page, 'File name', path],
  ]);
  const secret = "Certificate file contains certificate's private key";
  const told =
    password === undefined
      ? opened
      : walk(opened, [
          [page, secret, 'ticked'],
          [page, 'Password', password],
        ]);
  return walk(told, [
    [page, 'Next', 'pressed'],
    ['Import Certificate Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Finish', 'pressed'],
  ]);
}

/** What may differ in an export. */
export interface ExportChoices {
  readonly path?: string;
  readonly withKey?: boolean;
  readonly includePath?: boolean;
  readonly deleteKey?: boolean;
  readonly password?: string;
  /** typed in place of the password, to confirm it */
  readonly confirmation?: string;
}

/** Exports the internal certificate with the Certificate Export Wizard (04952-208 and following). */
export function exportCertificateOf(console: Console, pool: EdgePool, choices: ExportChoices = {}): Console {
  const path = choices.path ?? exportedFile(console.deployment, pool);
  const begun = beginExport(console, pool);
  const chosen = choices.withKey === false ? withoutKey(begun) : walk(begun, withKey(choices));
  return walk(chosen, [
    ['File to Export', 'File name', path],
    ['File to Export', 'Next', 'pressed'],
    ['Completing the Certificate Export Wizard', 'Finish', 'pressed'],
    ['The export was successful.', 'OK', 'pressed'],
  ]);
}

/** Of a certificate that has no private key there, the wizard does not ask. */
function withoutKey(begun: Console): Console {
  const asked = isAt(begun, 'Export Private Key');
  const told = asked
    ? walk(begun, [
        ['Export Private Key', 'No, do not export the private key', 'chosen'],
        ['Export Private Key', 'Next', 'pressed'],
      ])
    : begun;
  return walk(told, [['Export File Format', 'Next', 'pressed']]);
}

function withKey(choices: ExportChoices) {
  const format = 'Export File Format';
  const path = choices.includePath === false ? 'unticked' : 'ticked';
  return [
    ['Export Private Key', 'Yes, export the private key', 'chosen'],
    ['Export Private Key', 'Next', 'pressed'],
    [format, 'Include all certificates in the certification path if possible', path],
    [format, 'Export all extended properties', 'ticked'],
    [format, 'Delete the private key if the export is successful', choices.deleteKey ? 'ticked' : 'unticked'],
    [format, 'Next', 'pressed'],
    ['Password', 'Password', choices.password ?? PASSWORD],
    ['Password', 'Type and confirm password (mandatory)', choices.confirmation ?? PASSWORD],
    ['Password', 'Next', 'pressed'],
  ] as const;
}

/** The Certificate Export Wizard on the internal certificate, at the page that follows its welcome. */
export function beginExport(console: Console, pool: EdgePool): Console {
  return walk(openComputerCertificates(console), [
    ['Console1', 'Console Root', 'Personal > Certificates'],
    ['Console1', 'Certificates', newestFor(console, pool)],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Export', 'pressed'],
    ['Certificate Export Wizard', 'Next', 'pressed'],
  ]);
}

/** How the list shows the newest certificate for the pool: by its thumbprint, else by the pool's name. */
function newestFor(console: Console, pool: EdgePool): string {
  const { My } = machineOf(console.deployment, seatOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => commonName(certificate.subject) === pool.fqdn);
  return entry ? `thumbprint ${entry.certificate.thumbprint.slice(0, 8)}` : pool.fqdn;
}

/** Imports the exported file on the server where the person sits. */
export function importExported(console: Console, pool: EdgePool, password: string | undefined): Console {
  return importWithWizard(console, exportedFile(console.deployment, pool), password);
}

/** What is chosen when the snap-in imports the exported file: how the key is marked, or a store where it does not belong. */
export type SnapInImport = 'marking the key as exportable' | 'leaving the key unmarked' | 'among the trusted roots';

/** Imports the exported file with the Certificates snap-in on the server where the person sits. */
export function importExportedWithSnapIn(console: Console, pool: EdgePool, choice: SnapInImport): Console {
  const store = choice === 'among the trusted roots' ? ROOTS : 'Personal';
  const key = { password: PASSWORD, exportable: choice === 'marking the key as exportable' };
  return importFile(console, exportedFile(console.deployment, pool), store, { key });
}

/** The Certificate Wizard's page "Certificate Store" for a use: the certificates that it offers to assign. */
export function beginAssignment(console: Console, use: string): Console {
  return walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Assign an existing certificate', 'pressed'],
    ['Certificate Assignment', 'Certificate uses', use],
    ['Certificate Assignment', 'Next', 'pressed'],
  ]);
}

/** Assigns the certificate that the list names so to a use (04952-247 and following). */
export function assign(console: Console, use: string, certificate: string): Console {
  const begun = beginAssignment(console, use);
  const selected = move(begun, {
    page: 'Certificate Store',
    control: 'Select a certificate from the local certificate store',
    value: certificate,
  });
  return walk(selected, [
    ['Certificate Store', 'Next', 'pressed'],
    ['Certificate Assignment Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Finish', 'pressed'],
  ]);
}
