import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about certification paths that one side does not accept. */
export const PATH_CODES = {
  'certification-path-invalid': {
    title: 'The certification path is not valid',
    severity: 'error',
    symptom: 'The Certification Path tab shows the error.',
    cause: 'A certificate of the path is no authority, forbids the length of the path, or did not sign the next one.',
    check: 'certutil -verify certificate.cer',
    fix: 'Import the authority’s certificate that signed it, or have it issued again.',
    source: 'RFC 5280 §6.1',
    certainty: 'documented',
    causes: {
      'not-a-ca': {
        cause: 'A certificate in the path signed another one and is no authority for that.',
        sign: 'not-a-ca: the finding names it.',
        fix: 'Have the certificate issued by an authority, or replace the named certificate by that of the real authority.',
      },
      'path-length': {
        cause: 'An authority allows fewer authorities below it than the path has.',
        sign: 'path-length: the finding names the authority that sets the limit.',
        fix: 'Renew the certificate of the named authority with a greater path length or without one, and import it everywhere; or have the certificate issued by an authority that it allows.',
      },
      'bad-signature': {
        cause: 'The certificate was changed, or another authority of the same name signed it.',
        sign: 'bad-signature: the finding names the certificate whose signature does not fit.',
        fix: 'Import the authority’s certificate that signed it, or have it issued again.',
      },
      'unsupported-algorithm': {
        cause: 'A certificate is signed with an algorithm that is not supported here.',
        sign: 'unsupported-algorithm: the finding names the certificate.',
        fix: 'Have the named certificate issued again with SHA-256 and RSA.',
      },
      'name-constraints': {
        cause: 'An authority may certify certain names only, and a name below it is not one of them.',
        sign: 'name-constraints: the finding names the authority that sets the constraints.',
        fix: 'Request the certificate with names that the authority may certify, or have it issued by another authority.',
      },
      'policy-required': {
        cause: 'An authority requires a certificate policy that a certificate of the path does not have.',
        sign: 'policy-required: the finding names the certificate.',
        fix: 'Have the certificate issued with the policy that the authority requires, or by another authority.',
      },
      'unsupported-extension': {
        cause: 'A certificate has a critical extension that the path validation does not know.',
        sign: 'unsupported-extension: the finding names the certificate.',
        fix: 'Have the named certificate issued again without the critical extension.',
      },
    },
  },
  'peer-not-trusted': {
    title: 'The server and its peer do not accept each other’s certificates',
    severity: 'error',
    symptom: 'Connections fail; each side’s certificate looks right on its own.',
    cause:
      'The two certificates come from different public key infrastructures; or that of the peer has expired, is for another purpose, or has lost its key.',
    check: 'certutil -verify certificate.cer, on each side',
    fix: 'Issue both from one authority, or install each side’s root on the other.',
    source: 'RFC 5246 §7.4.6',
    certainty: 'documented',
    causes: {
      'path-of-server': {
        cause: 'The peer does not have the root, or an intermediate certificate, of this server.',
        sign: 'The peer does not accept this server: chain-incomplete or root-not-trusted, and a missing issuer.',
        fix: 'Import the certification path of this server’s certificate on the peer.',
      },
      'path-of-peer': {
        cause: 'This server does not have the root, or an intermediate certificate, of the peer.',
        sign: 'This server does not accept the peer: SEC_E_UNTRUSTED_ROOT or CERT_E_CHAINING.',
        fix: 'Import the certification path of the peer’s certificate on this server.',
      },
      'dates-of-server': {
        cause:
          'For the peer, this certificate or an authority above it is not valid: its clock differs, or it has an old certificate of the authority.',
        sign: 'The peer does not accept this server: expired or not-yet-valid, with the certificate and its dates.',
        fix: 'Set the clock of the peer; if the finding names an authority, import its current certificate on the peer.',
      },
      'dates-of-peer': {
        cause: 'The certificate of the peer, or an authority above it, has expired or is not valid yet.',
        sign: 'This server does not accept the peer: SEC_E_CERT_EXPIRED, with the certificate and its dates.',
        fix: 'Renew the certificate that the finding names: that of the peer on the peer, which then assigns it and restarts its services; that of an authority everywhere.',
      },
      'certificate-of-server': {
        cause: 'The peer finds another fault in the certification path of this server.',
        sign: 'The peer does not accept this server, with the error and the certificate at fault.',
        fix: 'Have the certificate that the finding names replaced; if only the peer finds the fault, import this server’s certification path on the peer.',
      },
      'certificate-of-peer': {
        cause:
          'The certificate of the peer is for another purpose or name, or is signed with an algorithm that is rejected.',
        sign: 'This server does not accept the peer: CERT_E_WRONG_USAGE, SEC_E_WRONG_PRINCIPAL, SEC_E_ALGORITHM_MISMATCH or TRUST_E_CERT_SIGNATURE.',
        fix: 'Request the certificate of the peer again, with Server Authentication, the names of the peer and its pool, 2048 bits and SHA-256, and assign it.',
      },
      'key-of-peer': {
        cause: 'The peer has no certificate assigned, or cannot use its private key.',
        sign: 'SEC_E_NO_CREDENTIALS or SEC_E_UNKNOWN_CREDENTIALS.',
        fix: 'On the peer, import the certificate with its private key, or let the services read the key, and assign it.',
      },
    },
  },
  'not-trusted-on-internet': {
    title: 'Clients on the Internet do not trust the certificate',
    severity: 'error',
    symptom: 'Sign-in from outside and federation fail, except on computers that trust the private root.',
    cause: 'The certification path that the server sends does not lead to a public root.',
    check: 'certutil -verify certificate.cer',
    fix: 'Request the certificate from a public authority, and import its intermediate certificates on every server.',
    source: 'Microsoft: Certificate requirements for external user access; RFC 5246 §7.4.2',
    certainty: 'documented',
    causes: {
      'private-root': {
        cause: 'The certificate was issued by an authority of the organization.',
        sign: 'The path on the server ends in a root that is not a public one.',
        fix: 'Request the certificate from a public authority, distribute and assign it.',
      },
      dates: {
        cause: 'The certificate or one above it is not valid, and the clock of the server or its stores hide that.',
        sign: 'The finding gives an error that the server itself does not see, such as expired.',
        fix: 'Set the clock of the server, and replace the certificate that is not valid.',
      },
    },
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const PATH_FINDINGS = {
  'finding.certification-path-invalid': `${CERTIFICATE}: {error}`,
  'finding.certification-path-invalid-at': `${CERTIFICATE}: {error} at {authority}`,
  'finding.not-accepted-by-peer': `{peer} does not accept ${CERTIFICATE}: {error}`,
  'finding.not-accepted-by-peer-at': `{peer} does not accept ${CERTIFICATE}: {error} at {authority}, valid from {from} to {to}; the clock of {peer} says {now}`,
  'finding.not-trusted-on-internet': `${CERTIFICATE}: clients with public roots only find {error}`,
  'finding.not-valid-on-internet': `${CERTIFICATE}: clients with public roots only find {error} at {authority}, valid from {from} to {to}`,
  'finding.peer-not-accepted': 'this server does not accept the certificate of {peer}: {error}',
  'finding.peer-not-accepted-at':
    'this server does not accept the certificate of {peer}: {error} at {authority}, valid from {from} to {to}; the clock of this server says {now}',
} as const;
