import { GENERAL_CODES } from '../../../../judge/general-codes';
import { CERTIFICATE, type CodePages } from '../../../../world/product-findings';

/** Codes about private keys and the files that contain them, with their symptoms in Lync Server. */
export const LYNC_KEY_CODES = {
  'private-key-missing': {
    ...GENERAL_CODES['private-key-missing'],
    source: '04952-220; Microsoft: Configure certificates for servers',
  },
  'private-key-deleted': {
    ...GENERAL_CODES['private-key-deleted'],
    source: '04952-234, 04952-235; puppetlabs-sslcertificate #25; certify #731',
  },
  'key-in-user-profile': GENERAL_CODES['key-in-user-profile'],
  'key-mismatch': GENERAL_CODES['key-mismatch'],
  'key-not-readable': {
    ...GENERAL_CODES['key-not-readable'],
    fix: 'Assign the certificate again (Set-CsCertificate lets Network Service read the key), or run certutil -repairstore My with the serial number and the descriptor "D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS)". "Manage Private Keys" of the Certificates snap-in can add NETWORK SERVICE as well.',
    source: 'KB 836410; Microsoft: Remove-CsCertificate',
  },
  'unsupported-key-provider': {
    title: 'The private key is in a key storage provider',
    severity: 'error',
    symptom: 'Assigning fails: "The buffer supplied to a function was too small."',
    cause: 'The request was made with a CNG provider in place of the Microsoft RSA SChannel Cryptographic Provider.',
    check: 'certutil -v -store My',
    fix: 'Export the certificate with its key, import it with certutil -csp "Microsoft RSA SChannel Cryptographic Provider" -importPFX, and assign it. For a key that is not exportable, make a new request.',
    source: 'administrators’ reports on CNG certificates in Lync; win-acme #857',
    certainty: 'reported',
  },
  'key-not-exportable': {
    ...GENERAL_CODES['key-not-exportable'],
    source: '04952-188, 04952-228; Microsoft: Plan for Edge Server certificates',
  },
  'pfx-left-behind': {
    ...GENERAL_CODES['pfx-left-behind'],
    source: '04952-240, 04952-241, which say where to put the file and not what becomes of it',
  },
} as const satisfies CodePages;

/** The texts of the findings with codes that only Lync Server has. */
export const LYNC_KEY_FINDINGS = {
  'finding.unsupported-key-provider': `${CERTIFICATE}: its key is in the "{provider}"`,
} as const;
