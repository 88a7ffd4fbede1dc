import { GENERAL_CODES } from '../../../../judge/general-codes';
import { CERTIFICATE, type CodePages } from '../../../../world/product-findings';

/** Codes about the contents of a certificate (names, usage, dates, strength), with their symptoms in Lync Server. */
export const LYNC_CERTIFICATE_CODES = {
  'subject-mismatch': {
    ...GENERAL_CODES['subject-mismatch'],
    symptom:
      'Replication fails with event 1015, "Unable to match host/cluster against certificate", unless the name is the server’s own; other peers ask for the pool.',
    cause:
      'Neither the subject nor an alternative name is the FQDN of the internal interface, which is that of the pool.',
    check: 'Get-CsCertificate -Type Internal',
    fix: 'Request the certificate again with the names that the Certificate Wizard proposes.',
    source:
      'Microsoft: Certificate requirements for external user access; Central Management store replication failures',
  },
  'wildcard-name': {
    ...GENERAL_CODES['wildcard-name'],
    symptom: 'None at first; Microsoft’s own pages contradict each other on whether it is supported.',
    check: 'Get-CsCertificate -Type Internal',
    source: 'Microsoft: Wildcard certificate support; Certificate requirements for external user access',
  },
  'wrong-usage': {
    ...GENERAL_CODES['wrong-usage'],
    source: 'Microsoft: TLS and MTLS for Lync Server 2013; Certificate infrastructure requirements',
  },
  expired: {
    ...GENERAL_CODES.expired,
    check: 'Get-CsCertificate | Format-List NotAfter',
    source: 'Microsoft: Check Lync Server 2013 server certificates',
  },
  'not-yet-valid': GENERAL_CODES['not-yet-valid'],
  'weak-key': {
    ...GENERAL_CODES['weak-key'],
    symptom: 'None in Lync Server 2013; a template may deny such a request with CERTSRV_E_KEY_LENGTH.',
    cause: 'Bit length 1024 was selected in the Certificate Wizard.',
    causes: {
      ...GENERAL_CODES['weak-key'].causes,
      certificate: {
        ...GENERAL_CODES['weak-key'].causes.certificate,
        cause: 'Bit length 1024 was selected in the Certificate Wizard.',
      },
    },
  },
  'unsupported-key': GENERAL_CODES['unsupported-key'],
  'weak-signature': {
    ...GENERAL_CODES['weak-signature'],
    source:
      'administrators’ reports of Schannel errors on Lync servers; Microsoft: Certificate infrastructure requirements',
  },
  'unsupported-signature': {
    title: 'The certificate is signed with RSASSA-PSS',
    severity: 'error',
    symptom: 'Signing in and forwarding of calls fail.',
    cause: 'The authority was installed with AlternateSignatureAlgorithm=1.',
    check: 'certutil -getreg ca\\csp\\AlternateSignatureAlgorithm',
    fix: 'Turn alternate signatures off on the authority and issue the certificate again.',
    source: 'Microsoft: Certificate infrastructure requirements (RSASSA-PSS is not supported)',
    certainty: 'documented',
  },
  'signature-needs-update': {
    ...GENERAL_CODES['signature-needs-update'],
    symptom: 'The Access Edge service fails over TLS 1.2 where an update of Windows is missing.',
  },
  revoked: GENERAL_CODES.revoked,
  'no-revocation-address': {
    title: 'The certificate names no address for its revocation list',
    severity: 'warning',
    symptom: 'None at once; the requirement that Lync Server has for every server certificate is not met.',
    cause: 'The authority writes no CRL distribution point.',
    check: 'certutil -dump certificate.cer',
    fix: 'Add an http address on the Extensions tab of the authority and issue the certificate again.',
    source: 'Microsoft: Certificate infrastructure requirements; Public key infrastructure',
    certainty: 'documented',
  },
  'revocation-unreachable': {
    ...GENERAL_CODES['revocation-unreachable'],
    symptom: 'Event 33019, "TLS Negotiation took too long to complete".',
    source: 'administrators’ reports on revocation in Lync Server 2013',
  },
} as const satisfies CodePages;

/** The texts of the findings with codes that only Lync Server has. */
export const LYNC_CERTIFICATE_FINDINGS = {
  'finding.unsupported-signature': `${CERTIFICATE}: it is signed with {algorithm}`,
  'finding.unsupported-signature-of-authority': `${CERTIFICATE}: {authority} is signed with {algorithm}`,
  'finding.no-revocation-address': `${CERTIFICATE}: it names no CRL distribution point`,
} as const;
