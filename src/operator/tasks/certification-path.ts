import { labelled } from '../../fact';
import type { Refusal } from '../../refusal';
import { type Console, isAt, run, windowOn } from '../console';
import { move, walk } from '../moves';
import { namedValues } from '../named-values';
import { operatorRefusal } from '../operator-refusals';
import { carryFile } from '../transport';

/** Getting the certification path of the issuing authority, and making a server trust it. */

/** The title of the store of trusted roots. */
export const ROOTS = 'Trusted Root Certification Authorities';
const LOCAL_COMPUTER = 'Local computer: (the computer this console is running on)';

/**
 * Downloads the chain from certsrv on the current server (from 04952-129). Refusal `page-not-shown` if the site returns
 * another page, for example that https is required.
 */
export function downloadChain(console: Console, scheme: 'http' | 'https' = 'https'): Console {
  const values = namedValues(console.deployment);
  const home = run(console, (values['certsrv address'] ?? '').replace(/^https/, scheme));
  if (!isAt(home, 'Select a task')) throw notShown(home, scheme);
  return walk(home, [
    ['Select a task', 'Download a CA certificate, certificate chain, or CRL', 'pressed'],
    ['Download a CA Certificate, Certificate Chain, or CRL', 'Download CA certificate chain', 'pressed'],
    ['File Download', 'Save', 'pressed'],
    ['Save As', 'File name', values['chain file'] ?? ''],
    ['Save As', 'Save', 'pressed'],
  ]);
}

/** Opens the snap-in for the computer account in a new console. */
export function openComputerCertificates(console: Console): Console {
  return walk(run(console, 'MMC'), [
    ['Console1', 'File', 'pressed'],
    ['Console1', 'Add/Remove Snap-in', 'pressed'],
    ['Add or Remove Snap-ins', 'Available snap-ins', 'Certificates'],
    ['Add or Remove Snap-ins', 'Add', 'pressed'],
    ['Certificates snap-in', 'Computer account', 'chosen'],
    ['Certificates snap-in', 'Next', 'pressed'],
    ['Select Computer', LOCAL_COMPUTER, 'chosen'],
    ['Select Computer', 'Finish', 'pressed'],
    ['Add or Remove Snap-ins', 'OK', 'pressed'],
  ]);
}

/** Opens the snap-in for the logged-on account in a new console. */
export function openUserCertificates(console: Console): Console {
  return walk(run(console, 'MMC'), [
    ['Console1', 'File', 'pressed'],
    ['Console1', 'Add/Remove Snap-in', 'pressed'],
    ['Add or Remove Snap-ins', 'Available snap-ins', 'Certificates'],
    ['Add or Remove Snap-ins', 'Add', 'pressed'],
    ['Certificates snap-in', 'My user account', 'chosen'],
    ['Certificates snap-in', 'Finish', 'pressed'],
    ['Add or Remove Snap-ins', 'OK', 'pressed'],
  ]);
}

/** Exports an authority's certificate with its certification path from a store of the computer (from 04952-140). */
export function exportChain(console: Console, store: string, authority: string): Console {
  const values = namedValues(console.deployment);
  const selected = walk(openComputerCertificates(console), [
    ['Console1', 'Console Root', `${store} > Certificates`],
    ['Console1', 'Certificates', `${authority} | issued by`],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Export', 'pressed'],
    ['Certificate Export Wizard', 'Next', 'pressed'],
  ]);
  return walk(selected, [
    ['Export File Format', 'Cryptographic Message Syntax Standard – PKCS #7 Certificates (.P7B)', 'chosen'],
    ['Export File Format', 'Include all certificates in the certification path if possible', 'ticked'],
    ['Export File Format', 'Next', 'pressed'],
    ['File to Export', 'File name', values['chain file'] ?? ''],
    ['File to Export', 'Next', 'pressed'],
    ['Completing the Certificate Export Wizard', 'Finish', 'pressed'],
    ['The export was successful.', 'OK', 'pressed'],
  ]);
}

/** The differences of an import from the documented one. */
export interface ImportChoices {
  /** the wizard selects the store by the type of each certificate */
  readonly byType?: boolean;
  /** opens the snap-in; default: the snap-in for the computer account */
  readonly open?: (console: Console) => Console;
  /** for a file with a private key: its password, and whether the key is marked as exportable */
  readonly key?: { readonly password: string; readonly exportable: boolean };
}

/** Imports a file into a store with the Certificates snap-in (from 04952-165). */
export function importFile(console: Console, path: string, store: string, choices: ImportChoices = {}): Console {
  const atStore = beginImport(console, path, store, choices);
  const choice = 'Automatically select the certificate store based on the type of certificate';
  const placed = choices.byType
    ? move(atStore, { page: 'Certificate Store', control: choice, value: 'chosen' })
    : atStore;
  return walk(placed, [
    ['Certificate Store', 'Next', 'pressed'],
    ['Completing the Certificate Import Wizard', 'Finish', 'pressed'],
    ['The import was successful.', 'OK', 'pressed'],
  ]);
}

/** The Certificate Import Wizard for a store, up to its page "Certificate Store". */
export function beginImport(console: Console, path: string, store: string, choices: ImportChoices = {}): Console {
  const answered = walk((choices.open ?? openComputerCertificates)(console), [
    ['Console1', 'Console Root', store],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Import', 'pressed'],
    ['Certificate Import Wizard', 'Next', 'pressed'],
    ['File to Import', 'File name', path],
    ['File to Import', 'Next', 'pressed'],
  ]);
  // the page about the private key, whose name differs between versions of Windows
  const { page } = windowOn(answered);
  return choices.key === undefined
    ? answered
    : walk(answered, [
        [page, 'Password', choices.key.password],
        [page, 'Mark this key as exportable', choices.key.exportable ? 'ticked' : 'unticked'],
        [page, 'Next', 'pressed'],
      ]);
}

/** Imports the chain file on the current server, in a way that features name. */
export function importChain(console: Console, choice: string): Console {
  const { chain } = console.deployment.environment.files;
  switch (choice) {
    case 'into the stores of a user':
      return importFile(console, chain, ROOTS, { open: openUserCertificates });
    case 'without finishing':
      return walk(beginImport(console, chain, ROOTS), [['Certificate Store', 'Next', 'pressed']]);
    default:
      return importFile(console, chain, ROOTS, { byType: choice === 'each certificate by its type' });
  }
}

/** Copies the chain file from the internal server to the same path on another server. */
export function carryChain(console: Console, to: string): Console {
  const { internalServer, files } = console.deployment.environment;
  const from = { on: internalServer.fqdn, path: files.chain };
  return { ...console, deployment: carryFile(console.deployment, from, { on: to, path: files.chain }) };
}

function notShown(console: Console, scheme: string): Refusal {
  const { page, controls } = windowOn(console);
  const text = controls.flatMap((control) => (control.kind === 'text' ? [String(control.value)] : [])).join(' ');
  const on = console.deployment.environment.pki.authorities.at(-1)?.host ?? 'certsrv';
  const code = page.startsWith('403') ? 'https-required' : 'page-not-shown';
  return operatorRefusal(code, on, { scheme, page: labelled(page), text: labelled(text) });
}
