import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about the keys and signatures in a certification path. */
export const STRENGTH_CODES = {
  'weak-key': {
    title: 'A key is shorter than 2048 bits',
    severity: 'warning',
    symptom: 'A template may deny such a request with CERTSRV_E_KEY_LENGTH; Windows rejects RSA keys below 1024 bits.',
    cause: 'A key of 1024 bits was requested.',
    check: 'certutil -v -store My',
    fix: 'Request the certificate again with 2048 bits.',
    source:
      'Microsoft: Certificate infrastructure requirements (1024 is supported, 2048 or more recommended); KB 2661254',
    certainty: 'documented',
    causes: {
      certificate: {
        cause: 'A short key was requested for the server.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Request the certificate again with 2048 bits.',
      },
      authority: {
        cause: 'An authority in the path has a short key.',
        sign: 'The finding names the authority.',
        fix: 'Renew the certificate of the authority with a new key of at least 2048 bits, import it everywhere, and issue the certificate of the server again.',
      },
    },
  },
  'unsupported-key': {
    title: 'A key is not an RSA key',
    severity: 'warning',
    symptom: 'None in TLS itself; the wizards and this rehearsal know RSA keys only.',
    cause:
      'The certificate was requested with a key on an elliptic curve, such as P-256. Windows has no keys of other algorithms for TLS.',
    check: 'certutil -v -store My',
    fix: 'Request the certificate again with an RSA key of 2048 bits.',
    source:
      'Microsoft: Certificate infrastructure requirements, which list elliptic curves; the wizards do not offer them',
    certainty: 'assumed',
  },
  'weak-signature': {
    title: 'The certificate is signed with a weak algorithm',
    severity: 'error',
    symptom: 'With MD5, TLS 1.2 connections fail: Schannel events 36888 (alert 40, state 1205) and 36874.',
    cause: 'The certification authority signs with MD5, or still with SHA-1.',
    check: 'certutil -dump certificate.cer',
    fix: 'Have the authority sign with SHA-256 and issue the certificate again.',
    source: 'administrators’ reports of Schannel errors',
    certainty: 'reported',
    causes: {
      certificate: {
        cause: 'The authority signed the certificate of the server with MD5 or SHA-1.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Have the authority sign with SHA-256 and issue the certificate again.',
      },
      authority: {
        cause: 'The certificate of an authority in the path is signed with MD5 or SHA-1.',
        sign: 'The finding names the authority.',
        fix: 'Have the authority above it sign with SHA-256, renew that certificate, and import it everywhere.',
      },
    },
  },
  'signature-needs-update': {
    title: 'The certificate is signed with SHA-512',
    severity: 'warning',
    symptom: 'Connections over TLS 1.2 fail where an update of Windows is missing.',
    cause: 'TLS 1.2 in these versions of Windows does not offer SHA-512 until it is updated.',
    check: 'certutil -dump certificate.cer',
    fix: 'Install the update of Windows, or have the certificate signed with SHA-256.',
    source: 'administrators’ reports',
    certainty: 'reported',
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const STRENGTH_FINDINGS = {
  'finding.weak-key': `${CERTIFICATE}: its key has {bits} bits`,
  'finding.weak-key-of-authority': `${CERTIFICATE}: the key of {authority} has {bits} bits`,
  'finding.unsupported-key': `${CERTIFICATE}: its key is {algorithm}, {bits} bits`,
  'finding.unsupported-key-of-authority': `${CERTIFICATE}: the key of {authority} is {algorithm}, {bits} bits`,
  'finding.signed-with': `${CERTIFICATE}: it is signed with {algorithm}`,
  'finding.authority-signed-with': `${CERTIFICATE}: {authority} is signed with {algorithm}`,
} as const;
