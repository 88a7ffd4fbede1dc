import { factsOf } from '../fact';

/** Why a finding can neither be confirmed nor excluded, and which export would say it. */
export const UNKNOWN_TEXTS = {
  'unknown.network': 'a state contains no revocation lists, no network, and no roots of clients on the Internet',
  'unknown.peer': 'there is no state of {server}',
  'unknown.server': 'there is no state of this server',
  'unknown.member': 'the servers of the pool cannot be compared without a state of {server}',
  'unknown.true-time': 'the true time was not asked for',
  'unknown.assignments': 'the assignments could not be read',
  'unknown.presented': 'the state does not say what the services present',
  'unknown.disks': 'the disks were not searched',
  'unknown.key-match': 'a private key could not be compared with its certificate',
  'unknown.key-provider': 'the provider of a private key could not be read',
  'unknown.key-export': 'the export flag of a private key could not be read',
  'unknown.key-readers': 'the access list of a private key could not be read',
  'unknown.key': 'a private key could not be opened',
  'unknown.key-place': 'the listing does not say whether the missing private key is in the profile of a user',
  'unknown.key-link': 'the private key of a certificate is not described',
  'unknown.store': 'the store {store} of the computer is not listed, or not completely',
  'unknown.user-stores': 'the stores of the user who manages the server are not listed completely',
  'unknown.friendly-names': 'the listing contains no friendly names',
  'unknown.registry': 'the registry was not read',
  'unknown.names': 'the alternative names of {certificate} are not listed',
  'unknown.dates': 'the dates of {certificate} are missing, or the order of day and month in them is unknown',
  'unknown.near-dates': '{certificate} begins or ends within a day, and the listing does not state the time zone',
  'unknown.strength': 'the key and the signature of {certificate} are not listed',
  'unknown.extensions': 'the extensions of {certificate} are not listed',
  'unknown.signature': '{certificate} is only described, so its signature cannot be verified',
  'unknown-export.script': 'the script of rehearse collect',
  'unknown-export.store': 'certutil -store {store}',
  'unknown-export.verbose-store': 'certutil -v -store {store}',
  'unknown-export.user-store': 'certutil -user -store My, Root and CA, each with the typed command',
  'unknown-export.assignments': 'Get-CsCertificate | Format-List',
  'unknown-export.certificate': 'the certificate as a .cer file',
  'unknown-export.folder': 'the script of rehearse collect with -Folder',
} as const;

export const unknownFact = factsOf(UNKNOWN_TEXTS);
