import { machineOf } from '../../windows/machine';
import { sameLabel } from '../../windows/window';
import type { Pool } from '../../world/topology';
import { commonName } from '../../x509/names/distinguished-name';
import { type Console, isAt, logonOf, windowOn } from '../console';
import { move, walk } from '../moves';
import { exportedFile, PASSWORD } from '../named-values';
import { importFile, openComputerCertificates, ROOTS } from './certification-path';

/** Export and import of a pool's certificate with the Certificates snap-in. */

/** The options of an export. */
export interface ExportChoices {
  /** the certificate; default: the newest one for the pool */
  readonly thumbprint?: string;
  readonly path?: string;
  readonly withKey?: boolean;
  readonly includePath?: boolean;
  readonly deleteKey?: boolean;
  readonly password?: string;
  /** an item of the list "Encryption", which later versions of Windows have */
  readonly encryption?: string;
  /** whether "Enable certificate privacy" is selected, which later versions of Windows have */
  readonly privacy?: boolean;
  /** the group that can open the file; later versions of Windows ask for it */
  readonly group?: string;
  /** the confirmation of the password, if it differs from the password */
  readonly confirmation?: string;
}

/** Exports the internal certificate with the Certificate Export Wizard (from 04952-208). */
export function exportCertificateOf(console: Console, pool: Pool, choices: ExportChoices = {}): Console {
  const path = choices.path ?? exportedFile(console.deployment, pool);
  const begun = beginExport(console, pool, choices.thumbprint);
  const chosen = choices.withKey === false ? withoutKey(begun) : protectedBy(walk(begun, withKey(choices)), choices);
  return walk(chosen, [
    ['File to Export', 'File name', path],
    ['File to Export', 'Next', 'pressed'],
    ['Completing the Certificate Export Wizard', 'Finish', 'pressed'],
    ['The export was successful.', 'OK', 'pressed'],
  ]);
}

/** For a certificate without a private key, the wizard skips this page. */
function withoutKey(begun: Console): Console {
  const asked = isAt(begun, 'Export Private Key');
  const answered = asked
    ? walk(begun, [
        ['Export Private Key', 'No, do not export the private key', 'chosen'],
        ['Export Private Key', 'Next', 'pressed'],
      ])
    : begun;
  return walk(answered, [['Export File Format', 'Next', 'pressed']]);
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
    ...(choices.privacy === undefined
      ? []
      : [[format, 'Enable certificate privacy', choices.privacy ? 'ticked' : 'unticked'] as const]),
    [format, 'Next', 'pressed'],
  ] as const;
}

/** The page "Password". In later versions of Windows it is "Security", where groups and a password have a box each. */
function protectedBy(console: Console, choices: ExportChoices): Console {
  const page = windowOn(console).page;
  const group = choices.group === undefined ? console : withGroup(console, page, choices.group);
  if (choices.group !== undefined && choices.password === undefined)
    return move(group, { page, control: 'Next', value: 'pressed' });
  return walk(tickPasswordBox(group), [
    ...(choices.encryption === undefined ? [] : [[page, 'Encryption', choices.encryption] as const]),
    [page, 'Password', choices.password ?? PASSWORD],
    [page, 'Type and confirm password (mandatory)', choices.confirmation ?? PASSWORD],
    [page, 'Next', 'pressed'],
  ]);
}

/** Selects the box "Password" where the page has one. */
export function tickPasswordBox(console: Console): Console {
  const { page, controls } = windowOn(console);
  const boxed = controls.some(({ kind, label }) => kind === 'checkbox' && sameLabel(label, 'Password'));
  return boxed ? move(console, { page, control: 'Password', value: 'ticked' }) : console;
}

function withGroup(console: Console, page: string, group: string): Console {
  const select = 'Select Users, Computers, Service Accounts, or Groups';
  return walk(console, [
    [page, 'Group or user names (recommended)', 'ticked'],
    [page, 'Add', 'pressed'],
    [select, 'Enter the object names to select', group],
    [select, 'OK', 'pressed'],
  ]);
}

/** The Certificate Export Wizard for the internal certificate, on the page after its welcome page. */
export function beginExport(console: Console, pool: Pool, thumbprint?: string): Console {
  return walk(openComputerCertificates(console), [
    ['Console1', 'Console Root', 'Personal > Certificates'],
    ['Console1', 'Certificates', thumbprint ? itemOf(thumbprint) : newestFor(console, pool)],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Export', 'pressed'],
    ['Certificate Export Wizard', 'Next', 'pressed'],
  ]);
}

/** The list item of the newest certificate for the pool: by its thumbprint, or else by the pool's name. */
function newestFor(console: Console, pool: Pool): string {
  const { My } = machineOf(console.deployment, logonOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => commonName(certificate.subject) === pool.fqdn);
  return entry ? itemOf(entry.certificate.thumbprint) : pool.fqdn;
}

function itemOf(thumbprint: string): string {
  return `thumbprint ${thumbprint.slice(0, 8)}`;
}

/** The choice in a snap-in import of the exported file: how the key is marked, or a wrong store. */
export type SnapInImport = 'marking the key as exportable' | 'leaving the key unmarked' | 'among the trusted roots';

/** Imports the exported file with the Certificates snap-in on the current server. */
export function importExportedWithSnapIn(console: Console, pool: Pool, choice: SnapInImport): Console {
  const store = choice === 'among the trusted roots' ? ROOTS : 'Personal';
  const key = { password: PASSWORD, exportable: choice === 'marking the key as exportable' };
  return importFile(console, exportedFile(console.deployment, pool), store, { key });
}
