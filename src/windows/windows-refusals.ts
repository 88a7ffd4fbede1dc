import { type Fact, factsOf, labelled } from '../fact';
import { refusalsOf } from '../refusal';
import { PATH_REFUSALS } from './path-refusals';
import type { Gesture, Window } from './window';

/** What Windows refuses, in English, and the facts that its refusals name. */

/** Gestures as they are asked for, and what can be chosen. */
export const WINDOWS_FACTS = {
  'gesture.press': 'press "{control}"',
  'gesture.choose': 'choose "{control}"',
  'gesture.tick': 'select "{control}"',
  'gesture.untick': 'clear "{control}"',
  'gesture.type': 'type in "{control}"',
  'gesture.select': 'select in "{control}"',
  'control.button': 'button "{label}"',
  'control.radio': 'option "{label}"',
  'control.checkbox': 'check box "{label}"',
  'control.field': 'field "{label}"',
  'control.list': 'list "{label}"',
  'control.tree': 'tree "{label}"',
  'control.link': 'link "{label}"',
  'item.quoted': '"{item}"',
  'choice.known': 'use one of: {known}',
  'choice.no-controls': 'the page has no control; go to another page',
  'choice.items': 'select one of: {items}',
  'choice.no-items': 'the list is empty; find out what must be in it first',
  'choice.no-certificates': 'the store is empty; import the certificate first',
} as const;

const windowsFact = factsOf(WINDOWS_FACTS);

export const WINDOWS_REFUSALS = {
  'not-an-administrator': {
    detail: '{account} is not a member of the local Administrators group',
    remedy: 'log on with an account that is a member of it',
    hresult: 'ERROR_ACCESS_DENIED',
  },
  'key-not-exportable': {
    detail: 'the private key of the certificate was not marked as exportable',
    remedy: 'request the certificate again with an exportable private key',
    hresult: 'NTE_BAD_KEY_STATE',
  },
  'private-key-missing': {
    detail: 'the certificate has no private key on this server',
    remedy: 'import the certificate on the server that made the request, or import a file that holds the private key',
    hresult: 'CRYPT_E_NO_KEY_PROPERTY',
  },
  'password-required': {
    detail: 'the private key must be protected, and no password was typed',
    remedy: 'type the same password in both fields',
  },
  'passwords-differ': {
    detail: 'the two passwords differ',
    remedy: 'type the same password in both fields',
  },
  'password-required.import': {
    detail: 'the file holds a private key and is protected by a password, and no password was given',
    remedy: 'state that the file contains the private key, and type the password that was set when it was exported',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  'wrong-password.base64': {
    detail:
      'Windows reports a wrong password: the file is text in base64, and Windows reads a .pfx file in binary form only',
    remedy: 'decode the file with certutil -decode, or export the certificate again',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  'wrong-password.group': {
    detail: 'Windows reports a wrong password: the file is protected for {principals} of the domain {domain}',
    remedy: 'export the certificate again and protect it with a password',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  'protection-required': {
    detail: 'the private key must be protected for a group or with a password, and neither was selected',
    remedy: 'select the box "Password" and type the same password in both fields',
  },
  'unknown-principal': {
    detail: 'the domain has no account or group "{name}"',
    remedy: 'type the name of an account or a group that you are a member of',
  },
  'unknown-principal.computer': {
    detail: 'this computer has no account or group "{name}"',
    remedy: 'type the name of an account or a group of the computer, or NETWORK SERVICE',
  },
  'wrong-password.aes256': {
    detail:
      'the password does not open the file: it is protected with AES256-SHA256, which this version of Windows cannot read',
    remedy: 'export the certificate again with the encryption TripleDES-SHA1',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  'key-folder-refuses': {
    detail: 'no key set can be created: neither Everyone nor Administrators may create files in {folder}',
    remedy: 'let them create files there again: icacls {folder} /grant Everyone:(R,W) Administrators:(F)',
    hresult: 'NTE_FAIL',
  },
  'not-base64': {
    detail: 'the file {path} holds no text in base64',
    remedy: 'use the file as it is',
    hresult: 'ERROR_INVALID_DATA',
  },
  'invalid-security-descriptor': {
    detail: '"{text}" is no security descriptor',
    remedy: 'write it as D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS); a file with properties is not simulated',
    hresult: 'ERROR_INVALID_DATA',
  },
  'no-such-certificate': {
    detail: 'the store "{store}" holds no certificate with the serial number, thumbprint or name "{serialNumber}"',
    remedy: '{choice}',
    hresult: 'CRYPT_E_NOT_FOUND',
  },
  'no-matching-key': {
    detail: 'no private key on this server belongs to the certificate {serialNumber}',
    remedy: 'import a .pfx file that holds the private key, or request the certificate again',
    hresult: 'NTE_BAD_KEYSET',
  },
  ...PATH_REFUSALS,
  'unknown-key-provider': {
    detail: 'no cryptographic provider has the name "{provider}"',
    remedy: 'use the Microsoft RSA SChannel Cryptographic Provider',
    hresult: 'NTE_KEYSET_NOT_DEF',
  },
  'unknown-modifier': {
    detail: '{program} has no modifier "{modifier}" here',
    remedy: 'use some of: {known}',
  },
  'no-store-selected': {
    detail: 'no certificate store has the name "{title}"',
    remedy: 'select a certificate store',
  },
  'not-offered': {
    detail: 'the page "{page}" of {window} has no such control; the request was: {gesture}',
    remedy: '{choice}',
  },
  'not-offered.item': {
    detail: '"{control}" on the page "{page}" does not list "{item}", or lists several that match',
    remedy: '{choice}',
  },
  'not-available': {
    detail: 'the control is unavailable on the page "{page}" of {window}; the request was: {gesture}',
    remedy: 'fill in what the page needs first, or find out why the control is unavailable',
  },
} as const;

export const windowsRefusal = refusalsOf(WINDOWS_REFUSALS, WINDOWS_FACTS);

/** The parameters that name the page and the requested gesture. */
export function askedOf({ page, title }: Window, { kind, control }: Gesture) {
  return {
    page: labelled(page),
    window: labelled(title),
    gesture: windowsFact(`gesture.${kind}`, { control: labelled(control) }),
  };
}

/** What the operator can use instead: the controls of a page. */
export function controlChoice({ controls }: Window): Fact {
  const offers = controls.flatMap(({ kind, label }): readonly Fact[] =>
    kind === 'text' ? [] : [windowsFact(`control.${kind}`, { label: labelled(label) })],
  );
  return offers.length > 0 ? windowsFact('choice.known', { known: offers }) : windowsFact('choice.no-controls');
}

/** What the operator can select instead: the items of a list, in quotes. */
export function itemChoice(options: readonly string[]): Fact {
  const items = options.map((item) => windowsFact('item.quoted', { item: labelled(item) }));
  return items.length > 0 ? windowsFact('choice.items', { items }) : windowsFact('choice.no-items');
}

/** What the operator can name instead: the serial numbers of a store. */
export function certificateChoice(known: readonly string[]): Fact {
  return known.length > 0 ? windowsFact('choice.known', { known }) : windowsFact('choice.no-certificates');
}
