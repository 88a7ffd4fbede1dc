import { CERTIFICATE, type CodePages } from '../../world/product-findings';

/** Codes about the contents of a certificate: names, usage, dates, revocation. */
export const CERTIFICATE_CODES = {
  'subject-mismatch': {
    title: 'The certificate is for another name',
    severity: 'error',
    symptom: 'Peers turn the certificate away because it is for another name.',
    cause: 'Neither the subject nor an alternative name is the FQDN of the pool.',
    check: 'certutil -store My',
    fix: 'Request the certificate again with the FQDN of the pool.',
    source: 'RFC 6125 §6',
    certainty: 'documented',
  },
  'wildcard-name': {
    title: 'The certificate is for a wildcard name',
    severity: 'warning',
    symptom: 'None at first; some peers do not accept wildcard names.',
    cause: 'The name in the certificate begins with "*." in place of the FQDN of the pool.',
    check: 'certutil -store My',
    fix: 'Request a certificate for the FQDN of the pool.',
    source: 'RFC 6125 §6.4.3',
    certainty: 'documented',
  },
  'wrong-usage': {
    title: 'The certificate is not for Server Authentication',
    severity: 'error',
    symptom: 'The certificate is not offered for assignment, or peers turn it away with CERT_E_WRONG_USAGE.',
    cause: 'The certificate, or an authority above it, does not allow Server Authentication.',
    check: 'certutil -v -store My',
    fix: 'Request the certificate from a template with Server Authentication, such as Web Server.',
    source: 'RFC 5280 §4.2.1.3, §4.2.1.12',
    certainty: 'documented',
    causes: {
      'extended-key-usage': {
        cause: 'The template that it was issued from names other purposes than Server Authentication.',
        sign: 'The finding lists the purposes of the certificate.',
        fix: 'Request the certificate from a template with Server Authentication, such as Web Server.',
      },
      'key-usage': {
        cause: 'Its key usage allows neither digital signatures nor key encipherment.',
        sign: 'The finding lists the key usage of the certificate.',
        fix: 'Request the certificate from a template whose key usage is digital signature and key encipherment.',
      },
      authority: {
        cause: 'An authority above it may not issue certificates for Server Authentication.',
        sign: 'The finding names the authority and its purposes.',
        fix: 'Have the certificate issued by an authority for Server Authentication, or have that authority’s certificate renewed without the restriction.',
      },
    },
  },
  expired: {
    title: 'The certificate, or one above it, has expired',
    severity: 'error',
    symptom: 'On the day of expiry connections fail with SEC_E_CERT_EXPIRED.',
    cause: 'The certificate was not renewed; internal certificates are often valid for a year or two only.',
    check: 'certutil -store My',
    fix: 'Request a new certificate, distribute and assign it, and restart the services.',
    source: 'RFC 5280 §6.1.3',
    certainty: 'documented',
    causes: {
      certificate: {
        cause: 'The certificate of the server was not renewed.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Request a new certificate, distribute and assign it, and restart the services.',
      },
      authority: {
        cause: 'The certificate of an authority ended before the certificate of the server.',
        sign: 'The finding names the authority and its dates; the certificate of the server is still valid.',
        fix: 'Renew the certificate of the authority and import the new one on this server and on its peers. The certificate of the server stays, if the key of the authority stays.',
      },
    },
  },
  'not-yet-valid': {
    title: 'The certificate is not valid yet by the clock of the server',
    severity: 'error',
    symptom: 'The certificate is not offered for assignment although it was issued just now.',
    cause: 'The clock of the server is behind that of the certification authority.',
    check: 'w32tm /stripchart /computer:time.windows.com /samples:1',
    fix: 'Set clock and time zone right, or wait until the certificate begins to be valid.',
    source: 'RFC 5280 §6.1.3',
    certainty: 'documented',
    causes: {
      certificate: {
        cause: 'The clock of the server is behind that of the certification authority.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Set clock and time zone right, or wait until the certificate begins to be valid.',
      },
      authority: {
        cause: 'The certificate of an authority begins later than the clock of the server says.',
        sign: 'The finding names the authority and its dates.',
        fix: 'Set clock and time zone right, or keep the earlier certificate of the authority until the later one is valid.',
      },
    },
  },
  revoked: {
    title: 'The certificate has been revoked',
    severity: 'error',
    symptom: 'Peers that check revocation turn it away with CRYPT_E_REVOKED.',
    cause: 'A certificate manager revoked it; the revocation list of its issuer contains it.',
    check: 'certutil -verify -urlfetch certificate.cer',
    fix: 'Request a new certificate, distribute and assign it.',
    source: 'RFC 5280 §6.3',
    certainty: 'documented',
    causes: {
      certificate: {
        cause: 'A certificate manager revoked the certificate of the server.',
        sign: 'The finding names the certificate of the server.',
        fix: 'Request a new certificate, distribute and assign it.',
      },
      authority: {
        cause: 'The authority above revoked the certificate of an authority in the path.',
        sign: 'The finding names the authority.',
        fix: 'Have the authority renewed with a new key, or use another one; then request, distribute and assign new certificates, and import the new path everywhere.',
      },
    },
  },
  'revocation-unreachable': {
    title: 'The revocation list is out of reach',
    severity: 'warning',
    symptom: 'Connections take long, or fail.',
    cause: 'The address is an ldap one, which only members of the domain reach, or nothing leads to its host.',
    check: 'certutil -verify -urlfetch certificate.cer',
    fix: 'Publish the list at an http address that the perimeter network reaches, and issue the certificate again.',
    source: 'administrators’ reports on revocation',
    certainty: 'reported',
    causes: {
      address: {
        cause: 'The address is an ldap one, which only members of the domain reach, or nothing leads to its host.',
        sign: 'The finding says that the addresses cannot be reached, and from which servers.',
        fix: 'Open the way to the address from the servers that the finding names. If it is an ldap address, publish the list at an http address and issue the certificate again.',
      },
      outdated: {
        cause: 'The list at the address has run out, because a new one was not published or not carried there.',
        sign: 'The finding gives the end of the list.',
        fix: 'Publish a new list on the authority that signs it (certutil -crl), and carry it to the address if the authority is offline.',
      },
      clock: {
        cause: 'The list is valid, but the clock of the server that reads it is wrong.',
        sign: 'The finding gives the dates of the list, and clock-skew names the server.',
        fix: 'Set clock and time zone of the server, and let it follow a time server.',
      },
      invalid: {
        cause: 'The list at the address is not one of the issuer, or the issuer may not sign lists.',
        sign: 'The finding gives the error: not-authorized, bad-signature, other-issuer, not-yet-valid or delta.',
        fix: 'Renew the certificate of the authority with the usage cRLSign, or publish its own list at the address.',
      },
    },
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const CERTIFICATE_FINDINGS = {
  'finding.subject-mismatch': `${CERTIFICATE}: its names are {names}, not {pool}`,
  'finding.wildcard-name': `${CERTIFICATE}: its names are {names}`,
  'finding.wrong-usage': `${CERTIFICATE}: it is for {usages}`,
  'finding.wrong-key-usage': `${CERTIFICATE}: its key usage is {usages}`,
  'finding.wrong-usage-of-authority': `${CERTIFICATE}: {authority} is for {usages}`,
  'finding.revoked': `${CERTIFICATE}: the list at {addresses} contains it`,
  'finding.authority-revoked': `${CERTIFICATE}: the list at {addresses} contains {authority}`,
  'finding.revocation-unreachable': `${CERTIFICATE}: {addresses} cannot be reached from {from}`,
  'finding.authority-revocation-unreachable': `${CERTIFICATE}: {addresses} of {authority} cannot be reached from {from}`,
  'finding.revocation-outdated': `${CERTIFICATE}: the list for {authority} at {addresses} ended at {to}; {from} finds no other`,
  'finding.revocation-clock': `${CERTIFICATE}: the list for {authority} at {addresses} is valid from {since} to {to}; the clock of {from} says another time`,
  'finding.revocation-list-invalid': `${CERTIFICATE}: the list for {authority} at {addresses} does not count for {from}: {error}`,
  'finding.outside-validity': `${CERTIFICATE}: valid from {from} to {to}; the clock of the server says {now}`,
  'finding.authority-outside-validity': `${CERTIFICATE}: {authority} above it is valid from {from} to {to}; the clock of the server says {now}`,
  'value.authority': '{name} (thumbprint {thumbprint})',
} as const;
