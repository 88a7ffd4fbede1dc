import type { FileFindingTexts } from './finding-text';

/** What the content of a file shows by itself, without a server. */
export const CONTENT_TEXTS = {
  'name-differs': {
    severity: 'warning',
    detail: 'the name of the file ends in {ending}, and the file holds {found}',
    remedy: 'rename the file, or give the one that the step asks for; windows list files by the end of their name',
    source: 'Microsoft: Certificate Import Wizard',
  },
  'several-certificates': {
    severity: 'warning',
    detail: 'the file holds {count} certificates one after another; Windows imports only the first, {name}',
    remedy: 'save the certificates as one .p7b file, or each in its own file',
    source: 'Microsoft: CryptQueryObject',
  },
  'private-key-file': {
    severity: 'error',
    detail: 'the file is a private key alone; no step of the procedures takes it',
    remedy:
      'keep it secret and delete copies of it; to import it, write it with its certificate into a .pfx file: openssl pkcs12 -export',
    source: 'RFC 5958; Microsoft: Certificate Import Wizard',
  },
  'private-key-beside': {
    severity: 'error',
    detail: 'the file also holds a private key that is not in a .pfx file; Windows ignores it',
    remedy: 'write certificate and key into a .pfx file with a password, and delete this file',
    source: 'Microsoft: Certificate Import Wizard',
  },
  'no-password': {
    severity: 'warning',
    detail: 'the file opens without a password: everyone who has the file has the private key',
    remedy: 'export it again with a password, and delete this file',
    source: 'RFC 7292 §5',
  },
  'no-certificate': {
    severity: 'error',
    detail: 'the file holds a private key and no certificate',
    remedy: 'export the certificate together with its key',
    source: 'RFC 7292 §4.2',
  },
  'key-without-certificate': {
    severity: 'warning',
    detail: 'of {keys} private keys, {unmatched} belong to no certificate of the file',
    remedy: 'export the certificate together with its own key',
    source: 'RFC 7292 §4.2',
  },
  'authority-not-valid': {
    severity: 'error',
    detail: 'the certificate of {name} is valid from {from} to {to}, and not at {at}',
    remedy: 'get the current certificate of the authority; look for an earlier one in the stores, and check the clock',
    source: 'RFC 5280 §6.1.3',
  },
  'no-root': {
    severity: 'warning',
    detail:
      'the path in the file ends with {name}, which is not a root: an import alone does not make a server trust it',
    remedy: 'get the certificate of the root, {issuer}, and import it into Trusted Root Certification Authorities',
    source: 'RFC 5280 §6.1',
  },
  'request-denied': {
    severity: 'error',
    detail: 'the authority denies the request: {message}',
    remedy: 'remove the reason, and make the request again',
    source: 'Microsoft: Active Directory Certificate Services',
  },
  'list-not-valid': {
    severity: 'error',
    detail: 'the revocation list of {name} is valid from {from} to {to}, and not at {at}',
    remedy: 'publish a new list on the authority that signs it (certutil -crl), and carry it to its address',
    source: 'RFC 5280 §5.1.2.5',
  },
  'delta-list': {
    severity: 'info',
    detail: 'the file is a delta list; it counts only together with the complete list {number}',
    remedy: 'keep the complete list at its address as well',
    source: 'RFC 5280 §5.2.4',
  },
  'key-in-user-profile': {
    severity: 'error',
    detail: 'MachineKeySet is not TRUE, so certreq makes the key for the user and not for the computer',
    remedy: 'write MachineKeySet = TRUE into the section [NewRequest]',
    source: 'Microsoft: certreq',
  },
  'policy-not-simulated': {
    severity: 'warning',
    detail: 'the policy was not tried out from this line on, because it is not simulated: {line}',
    remedy: 'check the line against the reference of certreq',
    source: 'Microsoft: certreq',
  },
} as const satisfies FileFindingTexts;
