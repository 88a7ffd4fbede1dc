import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about private keys and the files that contain them. */
export const KEY_CODES = {
  'private-key-missing': {
    title: 'The certificate has no private key on this server',
    severity: 'error',
    symptom: 'The certificate is in Personal without the icon of a key and is not offered for assignment.',
    cause:
      'The response was imported on another server than the one that made the request, or a file without the key was imported.',
    check: 'certutil -store My',
    fix: 'Import it where the request was made, or import the .pfx file; certutil -repairstore My where the key is still there.',
    source: 'Microsoft: certreq',
    certainty: 'documented',
  },
  'private-key-deleted': {
    title: 'The private key that the certificate had here is gone',
    severity: 'error',
    symptom:
      '"Keyset does not exist" (NTE_BAD_KEYSET); connections fail, at the latest when the services are restarted.',
    cause:
      '"Delete the private key if the export is successful" was selected at the export; or a script imported the .pfx file without PersistKeySet, and the key set was deleted with the script. In the second case the certificate has never worked on this server.',
    check: 'certutil -store My',
    fix: 'Import the .pfx file on this server with the wizard or certutil -importPFX, and assign the certificate again.',
    source: 'Microsoft help: Certificate Export Wizard; Microsoft: X509KeyStorageFlags',
    certainty: 'documented',
  },
  'key-in-user-profile': {
    title: 'The private key is in the profile of a user',
    severity: 'error',
    symptom: '"Keyset does not exist" (NTE_BAD_KEYSET) in services; the user who imported the file sees the key.',
    cause: 'A script imported the .pfx file into the store of the computer without MachineKeySet.',
    check: 'certutil -store My',
    fix: 'Import the .pfx file on this server with the wizard or certutil -importPFX, and assign the certificate again.',
    source: 'Microsoft: X509KeyStorageFlags; puppetlabs-sslcertificate #25; certify #731',
    certainty: 'reported',
  },
  'key-mismatch': {
    title: 'The private key does not belong to the certificate',
    severity: 'error',
    symptom: 'The icon of a key shows, and every handshake fails: Schannel event 36870.',
    cause: 'The link from the certificate to its key container leads to another key.',
    check: 'certutil -verifystore My',
    fix: 'certutil -repairstore My with the serial number, or import the .pfx file again; then assign the certificate again.',
    source: 'Microsoft: Troubleshooting SSL related issues (server certificate)',
    certainty: 'documented',
  },
  'key-not-readable': {
    title: 'The services may not read the private key',
    severity: 'error',
    symptom: 'Schannel event 36870 with 0x8009030D although the icon of a key shows.',
    cause:
      'The access list of the key container lacks the account of the services. An import gives a new key set to SYSTEM and Administrators only.',
    check: 'certutil -v -store My',
    fix: 'Assign the certificate again, which lets the services read its key.',
    source: 'KB 836410; Microsoft: Troubleshooting SSL related issues (server certificate)',
    certainty: 'documented',
  },
  'key-not-exportable': {
    title: 'No server of the pool can export the private key',
    severity: 'warning',
    symptom: 'The Certificate Export Wizard does not offer "Yes, export the private key".',
    cause: 'The key was not marked as exportable, or every copy of it was imported without that mark.',
    check: 'certutil -v -store My',
    fix: 'Keep the exported file safe, or request the certificate again with an exportable key.',
    source: 'Microsoft help: Certificate Export Wizard',
    certainty: 'documented',
  },
  'pfx-left-behind': {
    title: 'A file with the private key was left behind',
    severity: 'warning',
    symptom: 'None; a reader of the file who guesses its password has the identity of the pool.',
    cause: 'The procedure exports the key into a file and never says to delete it.',
    check: 'dir /s C:\\*.pfx',
    fix: 'Move the file to where keys are kept, and delete it from servers, shares and removable media.',
    source: 'RFC 7292 §1',
    certainty: 'documented',
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const KEY_FINDINGS = {
  'finding.private-key-missing': `${CERTIFICATE}: no private key is linked to it`,
  'finding.private-key-deleted': `${CERTIFICATE}: its container {container} does not exist any more`,
  'finding.key-in-user-profile': `${CERTIFICATE}: its container {container} is in the profile of a user`,
  'finding.key-mismatch': `${CERTIFICATE}: the container {container} holds another key`,
  'finding.key-not-readable': `${CERTIFICATE}: the services cannot read {container}`,
  'finding.pfx-left-behind': 'the file {path} holds a private key',
  'finding.key-not-exportable': '{use}: {holders} of {servers} servers hold the key, none exportable',
} as const;
