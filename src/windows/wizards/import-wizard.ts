import { contentKind } from '../../x509/content-kind';
import { type CertificateFile, openCertificateFile, placeCertificates } from '../certificate-file';
import { STORE_TITLES, type StoreName, storeWithTitle } from '../certificate-store';
import { checkbox, field, list, radio } from '../controls';
import { fileExists, readFile } from '../file-system';
import { machineOf, type Network, withMachine } from '../machine';
import { goTo, isOn, onPage, type Page, type Session, type Transition, textOn } from '../program';
import { selectedStore, snapInLocation, toConsole } from '../snap-in-selection';
import { traitsOf } from '../versions';
import type { Control } from '../window';
import { windowsRefusal } from '../windows-refusals';
import { completingPage, fileNameOn, filePages, framedPage, messagePage, type WizardFrame } from './wizard-frame';

/**
 * The Certificate Import Wizard of the Certificates snap-in, started on a store. It suggests this store for all
 * certificates of the file; intermediate certificates reach the trusted roots in this way.
 */

const WIZARD = 'Certificate Import Wizard';
const FILE = 'File to Import';
const KEY = 'Private key protection';
/** the same page of earlier versions, which show the name Password */
const EARLIER_KEY = 'Password of the file';
const STORE = 'Certificate Store';
const DONE = 'Completing the Certificate Import Wizard';
const BY_TYPE = 'Automatically select the certificate store based on the type of certificate';
const ALL_IN_ONE = 'Place all certificates in the following store';
const LOCATION = 'Store Location';
const STRONG = 'Enable strong private key protection';
const EXPORTABLE =
  'Mark this key as exportable. This will allow you to back up or transport your keys at a later time.';

/** The pages of the wizard, for a console on any network. */
export function importWizard<N extends Network>(): Readonly<Record<string, Page<N>>> {
  const frame: WizardFrame<N> = { title: WIZARD, cancel: toConsole };
  return {
    'Welcome to the Certificate Import Wizard': framedPage(frame, locationControls, goTo(FILE), { aliases: [WIZARD] }),
    ...filePages(frame, { page: FILE, dialog: 'Open', next: opened, check: found }),
    [KEY]: framedPage(frame, keyControls, opensFile, { aliases: ['Password'] }),
    [EARLIER_KEY]: framedPage(frame, keyControls, opensFile, { heading: 'Password' }),
    [STORE]: framedPage(frame, storeControls, goTo(DONE)),
    [DONE]: completingPage(frame, (_, session) => summary(session), finished),
    'The import was successful.': messagePage(frame),
  };
}

function opened<N extends Network>(world: N, session: Session): Transition<N> {
  const bytes = readFile(world, session.logon.on, fileNameOn(session, FILE));
  if (contentKind(bytes) === 'pkcs12') return { world, session: onPage(session, keyPage(world, session)) };
  openCertificateFile(bytes, undefined, machineOf(world, session.logon.on));
  return { world, session: onPage(session, STORE) };
}

/** The dialog accepts the name of a file only if there is one; `readFile` throws the Refusal. */
function found(network: Network, { logon }: Session, name: string): void {
  if (!fileExists(network, logon.on, name)) readFile(network, logon.on, name);
}

/**
 * In later versions the first page asks for the store location. If the snap-in started the wizard, it has it already
 * (field reports of administrators).
 */
function locationControls(network: Network, session: Session): readonly Control[] {
  if (!isLater(network, session)) return [];
  const here = snapInLocation(session);
  return [
    radio(session, LOCATION, 'Current User', here === 'CurrentUser', { available: here === 'CurrentUser' }),
    radio(session, LOCATION, 'Local Machine', here === 'LocalMachine', { available: here === 'LocalMachine' }),
  ];
}

/** Only a key in the store of a user can have strong protection, which asks the user each time. */
function keyControls(network: Network, session: Session): readonly Control[] {
  return [
    field(session, 'Password', '', { secret: true }),
    ...(isLater(network, session) ? [checkbox(session, 'Display Password')] : []),
    checkbox(session, STRONG, false, { available: snapInLocation(session) === 'CurrentUser' }),
    checkbox(session, EXPORTABLE, false, { aliases: ['Mark this key as exportable'] }),
    checkbox(session, 'Include all extended properties', true),
  ];
}

function storeControls(_: Network, session: Session): readonly Control[] {
  const titles = Object.values(STORE_TITLES).filter((title) => title !== STORE_TITLES.REQUEST);
  const here = STORE_TITLES[selectedStore(session) ?? 'My'];
  return [
    radio(session, 'store', BY_TYPE, false),
    radio(session, 'store', ALL_IN_ONE, true),
    list(session, 'Certificate store', titles, here),
  ];
}

function fileOf(network: Network, session: Session): CertificateFile {
  const { on, account } = session.logon;
  const bytes = readFile(network, on, fileNameOn(session, FILE));
  const password = contentKind(bytes) === 'pkcs12' ? textOn(session, keyPage(network, session), 'Password') : undefined;
  return openCertificateFile(bytes, password, machineOf(network, on), account);
}

function isLater(network: Network, { logon }: Session): boolean {
  return traitsOf(machineOf(network, logon.on).windows).securityPage;
}

/** The page about the private key: "Private key protection", or "Password" in earlier versions. */
function keyPage(network: Network, session: Session): string {
  return isLater(network, session) ? KEY : EARLIER_KEY;
}

function opensFile<N extends Network>(world: N, session: Session): Transition<N> {
  fileOf(world, session);
  return { world, session: onPage(session, STORE) };
}

function finished<N extends Network>(network: N, session: Session): Transition<N> {
  const machine = machineOf(network, session.logon.on);
  const file = fileOf(network, session);
  const next = placeCertificates(machine, file, {
    chosenTakesAuthorities: file.kind !== 'pkcs12' || network.assumptions.mmcChosenStoreTakesChain,
    location: snapInLocation(session),
    store: isOn(session, STORE, BY_TYPE) ? 'by-type' : chosenStore(session),
    exportable: isOn(session, keyPage(network, session), EXPORTABLE),
    linkMatching: network.assumptions.mmcImportLinksKey,
  });
  return { world: withMachine(network, next), session: onPage(session, 'The import was successful.') };
}

function chosenStore(session: Session): StoreName {
  const title = textOn(session, STORE, 'Certificate store');
  const store = storeWithTitle(title);
  if (store) return store;
  throw windowsRefusal('no-store-selected', session.logon.on, { title });
}

function summary(session: Session): string {
  const store = isOn(session, STORE, BY_TYPE)
    ? 'Automatically determined by the wizard'
    : textOn(session, STORE, 'Certificate store');
  return `Certificate Store Selected: ${store}; File Name: ${fileNameOn(session, FILE)}`;
}
