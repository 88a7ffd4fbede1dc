import { type ExportAnswers, exportCertificate } from '../certificate-export';
import type { StoreEntry } from '../certificate-store';
import { checkbox, radio } from '../controls';
import { linkedKey, machineOf, type Network } from '../machine';
import { goTo, isOn, onPage, type Page, type Session, type Transition } from '../program';
import { selectedEntry, snapInLocation, toConsole } from '../snap-in-selection';
import { traitsOf } from '../versions';
import type { Control } from '../window';
import { windowsRefusal } from '../windows-refusals';
import { protectionIn, protectionPage, protectionPages } from './security-page';
import { completingPage, fileNameOn, filePages, framedPage, messagePage, type WizardFrame } from './wizard-frame';

/**
 * The Certificate Export Wizard of Windows Server. The page "Export Private Key" appears only for a
 * certificate with a private key. Its "Yes" is available only if the key is exportable. What differs between versions of
 * Windows is in the table of versions.
 */

const WIZARD = 'Certificate Export Wizard';
const KEY = 'Export Private Key';
const FORMAT = 'Export File Format';
const FILE = 'File to Export';
const COMPLETING = 'Completing the Certificate Export Wizard';
const YES = 'Yes, export the private key';
const DER = 'DER encoded binary X.509 (.CER)';
const PEM = 'Base-64 encoded X.509 (.CER)';
const PKCS7 = 'Cryptographic Message Syntax Standard - PKCS #7 Certificates (.P7B)';
const PFX = 'Personal Information Exchange - PKCS #12 (.PFX)';
const SST = 'Microsoft Serialized Certificate Store (.SST)';
const INCLUDE_PATH = 'Include all certificates in the certification path if possible';
const DELETE_KEY = 'Delete the private key if the export is successful';
const EXTENDED = 'Export all extended properties';
const PRIVACY = 'Enable certificate privacy';

/** The pages of the wizard, for a console on any network. */
export function exportWizard<N extends Network>(): Readonly<Record<string, Page<N>>> {
  const frame: WizardFrame<N> = { title: WIZARD, cancel: toConsole };
  return {
    'Welcome to the Certificate Export Wizard': framedPage(
      frame,
      () => [],
      (n, s) => ({ world: n, session: onPage(s, afterWelcome(n, s)) }),
      { aliases: [WIZARD] },
    ),
    [KEY]: framedPage(frame, keyControls, goTo(FORMAT)),
    [FORMAT]: framedPage(
      frame,
      formatControls,
      (n, s) => ({ world: n, session: onPage(s, isOn(s, FORMAT, PFX) ? protectionPage(n, s) : FILE) }),
      { aliases: ['Export File Formats'] },
    ),
    ...protectionPages(frame, FILE),
    ...filePages(frame, { page: FILE, dialog: 'Save As', next: named }),
    [COMPLETING]: completingPage(frame, (n, s) => summary(orderOf(n, s)), finished),
    'The export was successful.': messagePage(frame),
  };
}

function named<N extends Network>(world: N, session: Session): Transition<N> {
  if (fileNameOn(session, FILE) === '') throw windowsRefusal('invalid-path.no-name', session.logon.on);
  return { world, session: onPage(session, COMPLETING) };
}

function keyControls(network: Network, session: Session): readonly Control[] {
  const machine = machineOf(network, session.logon.on);
  const exportable = linkedKey(machine, snapInLocation(session), selectedEntry(network, session))?.exportable === true;
  return [
    radio(session, 'key', YES, false, { available: exportable }),
    radio(session, 'key', 'No, do not export the private key', true),
  ];
}

/**
 * A store of several certificates (.SST) is available only if several certificates are exported together. Versions that
 * offer certificate privacy encrypt the certificates of a .pfx file only if it is selected.
 */
function formatControls(network: Network, session: Session): readonly Control[] {
  const { certificatePrivacy, securityPage } = traitsOf(machineOf(network, session.logon.on).windows);
  const withKey = isOn(session, KEY, YES);
  const chosen = (label: string, initial: boolean): boolean => radio(session, 'format', label, initial).value === true;
  const pkcs7 = chosen(PKCS7, false);
  return [
    radio(session, 'format', DER, !withKey, { available: !withKey }),
    radio(session, 'format', PEM, false, { available: !withKey }),
    radio(session, 'format', PKCS7, false, { available: !withKey }),
    radio(session, 'format', PFX, withKey, { available: withKey }),
    ...(securityPage ? [radio(session, 'format', SST, false, { available: false })] : []),
    checkbox(session, INCLUDE_PATH, withKey, { available: withKey || pkcs7 }),
    checkbox(session, DELETE_KEY, false, { available: withKey }),
    checkbox(session, EXTENDED, false, { available: withKey }),
    ...(certificatePrivacy ? [checkbox(session, PRIVACY, withKey, { available: withKey })] : []),
  ];
}

function afterWelcome(network: Network, session: Session): string {
  const machine = machineOf(network, session.logon.on);
  return linkedKey(machine, snapInLocation(session), selectedEntry(network, session)) ? KEY : FORMAT;
}

function finished<N extends Network>(network: N, session: Session): Transition<N> {
  const world = exportCertificate(network, orderOf(network, session));
  return { world, session: onPage(session, 'The export was successful.') };
}

function orderOf(network: Network, session: Session): ExportAnswers {
  const on = (label: string): boolean => isOn(session, FORMAT, label);
  const format = on(PFX) ? 'pkcs12' : on(PKCS7) ? 'pkcs7' : on(PEM) ? 'pem' : 'der';
  const entry: StoreEntry = selectedEntry(network, session);
  return {
    on: session.logon.on,
    location: snapInLocation(session),
    entry,
    format,
    path: withExtension(fileNameOn(session, FILE), format),
    includePath: on(INCLUDE_PATH),
    extendedProperties: on(EXTENDED),
    deleteKey: on(DELETE_KEY),
    privacy: on(PRIVACY),
    ...protectionIn(network, session),
  };
}

function withExtension(path: string, format: ExportAnswers['format']): string {
  const name = path.slice(path.lastIndexOf('\\') + 1);
  if (name.includes('.')) return path;
  return path + { der: '.cer', pem: '.cer', pkcs7: '.p7b', pkcs12: '.pfx' }[format];
}

function summary(order: ExportAnswers): string {
  const yes = (on: boolean): string => (on ? 'Yes' : 'No');
  return [
    `File Name: ${order.path}`,
    `Export Keys: ${yes(order.format === 'pkcs12')}`,
    `Include all certificates in the certification path: ${yes(order.includePath)}`,
    `File Format: ${{ der: DER, pem: PEM, pkcs7: PKCS7, pkcs12: PFX }[order.format]}`,
  ].join('; ');
}
