import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about the future, which the judge uses when it is asked to look ahead. */
export const OUTLOOK_CODES = {
  'ends-soon': {
    title: 'A certificate ends soon',
    severity: 'warning',
    symptom: 'None yet; from its end on, connections fail with SEC_E_CERT_EXPIRED.',
    cause: 'A certificate in the path ends within the number of days that was asked about.',
    check: 'certutil -store My',
    fix: 'Renew the certificate that the finding names before its end.',
    source: 'RFC 5280 §6.1.3; administrators’ reports of intermediate certificates that ended first',
    certainty: 'documented',
    causes: {
      certificate: {
        cause: 'The certificate of the server ends first.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Request a new certificate, distribute and assign it, and restart the services.',
      },
      authority: {
        cause: 'The certificate of an authority in the path ends before that of the server.',
        sign: 'The finding names the authority.',
        fix: 'Renew the certificate of the authority and import the new one on this server and on its peers.',
      },
      peer: {
        cause: 'The certificate of a peer, or one above it, ends.',
        sign: 'The finding names the certificate of the peer, or its authority.',
        fix: 'Renew the certificate that the finding names: that of the peer on the peer, that of an authority everywhere.',
      },
    },
  },
  'shorter-at-renewal': {
    title: 'The next certificate will be valid for a shorter time',
    severity: 'info',
    symptom: 'None; the certificate that replaces this one ends earlier than planned.',
    cause: 'The authority will not issue certificates of this lifetime when this one ends.',
    check: 'certutil -v -store My',
    fix: 'Plan the renewals by the lifetime that the finding gives.',
    source: 'CA/Browser Forum ballot SC-081v3; Microsoft: Validity period of certificates that AD CS issues',
    certainty: 'documented',
    causes: {
      policy: {
        cause: 'The policy of the public authority allows a shorter lifetime by then.',
        sign: 'The authority is a public one.',
        fix: 'Plan the renewals by the lifetime that the finding gives, and automate them.',
      },
      issuer: {
        cause: 'The certificate of the authority ends before a certificate of the same lifetime would.',
        sign: 'The end of the authority minus the end of this certificate is the lifetime that the finding gives.',
        fix: 'Renew the certificate of the authority before the certificate of the server is renewed.',
      },
    },
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const OUTLOOK_FINDINGS = {
  'finding.ends-soon': `${CERTIFICATE}: {authority} ends at {to}, in {left} days`,
  'finding.shorter-at-renewal': `${CERTIFICATE}: valid for {days} days; {authority} will issue at most {most} days at {to}`,
} as const;
