import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about certificate stores and trust. */
export const STORE_CODES = {
  'chain-incomplete': {
    title: 'A certificate between this one and its root is missing',
    severity: 'error',
    symptom: 'Peers cannot build the certification path.',
    cause: 'The file that was imported held the root only, or the chain was not imported on this server.',
    check: 'certutil -verify certificate.cer',
    fix: 'Import the issuing authority into Intermediate Certification Authorities.',
    source: 'Microsoft help: Certificate store page',
    certainty: 'documented',
  },
  'root-not-trusted': {
    title: 'The root is not trusted by this computer',
    severity: 'error',
    symptom: 'Connections fail with CERT_E_UNTRUSTEDROOT.',
    cause: 'The chain was not imported on this server, or into the stores of a user.',
    check: 'certutil -store Root',
    fix: 'Import the root into Trusted Root Certification Authorities of the computer account.',
    source: 'RFC 5280 §6.1',
    certainty: 'documented',
  },
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
  'intermediate-in-root-store': {
    title: 'An intermediate certificate is among the trusted roots',
    severity: 'error',
    symptom: 'Mutual TLS fails with 0x800B0109 on versions of Windows that check the root store.',
    cause: 'The whole chain was imported into Trusted Root Certification Authorities.',
    check: 'Get-ChildItem Cert:\\LocalMachine\\Root | Where-Object { $_.Issuer -ne $_.Subject }',
    fix: 'Move it to Intermediate Certification Authorities.',
    source: 'KB 2795828, KB 2802568',
    certainty: 'documented',
  },
  'too-many-roots': {
    title: 'The computer trusts more than a hundred roots',
    severity: 'warning',
    symptom: 'Signing in and mutual TLS fail now and then.',
    cause: 'The list of trusted issuers that the server sends grows beyond 16 KB.',
    check: '(Get-ChildItem Cert:\\LocalMachine\\Root).Count',
    fix: 'Remove unused roots, or set SendTrustedIssuerList to 0.',
    source: 'KB 2801679, KB 931125',
    certainty: 'documented',
  },
  'wrong-store': {
    title: 'The certificate is in the wrong store',
    severity: 'error',
    symptom: 'It shows in the snap-in and is not offered for assignment, or is trusted for one user only.',
    cause: 'It was imported into the stores of a user, or into another store than Personal.',
    check: 'certutil -user -store My',
    fix: 'Import it again into the stores of the computer account.',
    source: 'Microsoft help: Certificate store page',
    certainty: 'documented',
  },
  'duplicate-friendly-name': {
    title: 'Two certificates of the computer have one friendly name',
    severity: 'warning',
    symptom: 'Lists show two equal names; the wrong certificate is selected.',
    cause: 'A renewal was requested under the friendly name of the certificate before it.',
    check: 'Get-ChildItem Cert:\\LocalMachine\\My | Group-Object FriendlyName',
    fix: 'Give each certificate its own friendly name, and delete the old certificate once it is not used any more.',
    source: 'Microsoft: Certificate requirements for internal servers',
    certainty: 'documented',
  },
  'request-outstanding': {
    title: 'A request still waits for its response',
    severity: 'info',
    symptom: 'Certificate Enrollment Requests of the computer holds an entry.',
    cause: 'The request was not submitted, is pending, was denied, or was made twice.',
    check: 'certutil -store REQUEST',
    fix: 'Fetch and import the response, or delete the entry.',
    source: 'Microsoft: certreq',
    certainty: 'documented',
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const STORE_FINDINGS = {
  'finding.intermediate-in-root-store': '{name}, thumbprint {thumbprint}, on Windows Server {windows}',
  'finding.too-many-roots': '{count} certificates',
  'finding.wrong-store': '{name}, thumbprint {thumbprint}',
  'finding.duplicate-friendly-name': 'the friendly name "{name}" is used more than once',
  'finding.request-outstanding': 'for {name}, "{friendlyName}"',
  'finding.chain-incomplete': `${CERTIFICATE}: the certificate of {issuer} is not in the computer’s stores`,
  'finding.root-not-trusted': `${CERTIFICATE}: {issuer} is not among the trusted roots of the computer`,
  'finding.certification-path-invalid': `${CERTIFICATE}: {error}`,
  'finding.certification-path-invalid-at': `${CERTIFICATE}: {error} at {authority}`,
  'finding.not-accepted-by-peer': `{peer} does not accept ${CERTIFICATE}: {error}`,
  'finding.not-accepted-by-peer-at': `{peer} does not accept ${CERTIFICATE}: {error} at {authority}, valid from {from} to {to}`,
  'finding.peer-not-accepted': 'this server does not accept the certificate of {peer}: {error}',
  'finding.peer-not-accepted-at':
    'this server does not accept the certificate of {peer}: {error} at {authority}, valid from {from} to {to}; the clock of this server says {now}',
} as const;
