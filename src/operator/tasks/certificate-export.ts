import { machineOf } from '../../windows/machine';
import type { Pool } from '../../world/topology';
import { commonName } from '../../x509/names/distinguished-name';
import { type Console, isAt, logonOf } from '../console';
import { walk } from '../moves';
import { exportedFile, PASSWORD } from '../named-values';
import { importFile, openComputerCertificates, ROOTS } from './certification-path';

/** The certificate of a pool exported and imported with the Certificates snap-in. */

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
export function exportCertificateOf(console: Console, pool: Pool, choices: ExportChoices = {}): Console {
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
export function beginExport(console: Console, pool: Pool): Console {
  return walk(openComputerCertificates(console), [
    ['Console1', 'Console Root', 'Personal > Certificates'],
    ['Console1', 'Certificates', newestFor(console, pool)],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Export', 'pressed'],
    ['Certificate Export Wizard', 'Next', 'pressed'],
  ]);
}

/** How the list shows the newest certificate for the pool: by its thumbprint, else by the pool's name. */
function newestFor(console: Console, pool: Pool): string {
  const { My } = machineOf(console.deployment, logonOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => commonName(certificate.subject) === pool.fqdn);
  return entry ? `thumbprint ${entry.certificate.thumbprint.slice(0, 8)}` : pool.fqdn;
}

/** What is chosen when the snap-in imports the exported file: how the key is marked, or a store where it does not belong. */
export type SnapInImport = 'marking the key as exportable' | 'leaving the key unmarked' | 'among the trusted roots';

/** Imports the exported file with the Certificates snap-in on the server where the person sits. */
export function importExportedWithSnapIn(console: Console, pool: Pool, choice: SnapInImport): Console {
  const store = choice === 'among the trusted roots' ? ROOTS : 'Personal';
  const key = { password: PASSWORD, exportable: choice === 'marking the key as exportable' };
  return importFile(console, exportedFile(console.deployment, pool), store, { key });
}
