import type { CodePages } from '../../world/product-findings';

/** Codes about the servers of a pool and their use of certificates. */
export const POOL_CODES = {
  'no-internal-certificate': {
    title: 'The server has no certificate for a use that requires one',
    severity: 'error',
    symptom: 'No certificate for the pool is in Personal, or the assigned one has been deleted.',
    cause: 'The procedure was not carried out on this server.',
    check: 'Get-ChildItem Cert:\\LocalMachine\\My',
    fix: 'Import the exported certificate with its private key, and assign it.',
    source: 'Microsoft: Manage certificates with the Certificates snap-in',
    certainty: 'documented',
  },
  'not-assigned': {
    title: 'The certificate is there and not assigned',
    severity: 'error',
    symptom: 'The snap-in lists the certificate; the server does not use it.',
    cause: 'The assignment was left out on this server. That a certificate is listed does not say that it is assigned.',
    check: 'The list of certificate assignments of the server',
    fix: 'Assign the certificate on this server.',
    source: 'the documentation of the product',
    certainty: 'documented',
  },
  'certificate-differs': {
    title: 'The servers of the pool use different certificates',
    severity: 'warning',
    symptom:
      'None as a rule; where every server must have the same key, connections fail depending on the server that answers.',
    cause: 'A server requested its own certificate, or kept the old one at a renewal.',
    check: 'certutil -store My, on each server',
    fix: 'Export the certificate with its private key on one server and import and assign it on the others.',
    source: 'RFC 6125 §6',
    certainty: 'documented',
  },
  'restart-needed': {
    title: 'The services do not use the assigned certificate yet',
    severity: 'warning',
    symptom: 'The new certificate is assigned, and peers still see the old one; or none, which is an error.',
    cause: 'The services were not restarted after the assignment.',
    check: 'The certificate that a client receives from the server',
    fix: 'Restart the services on this server.',
    source: 'administrators’ reports on renewed certificates',
    certainty: 'reported',
  },
  'clock-skew': {
    title: 'The clock of the server is wrong',
    severity: 'warning',
    symptom: 'Peers and the server disagree on which certificates are valid.',
    cause: 'The server belongs to no domain, and its time or time zone was never set.',
    check: 'w32tm /query /status',
    fix: 'Set clock and time zone, let it follow a time server, and restart the services.',
    source: 'RFC 5280 §4.1.2.5',
    certainty: 'reported',
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const POOL_FINDINGS = {
  'finding.no-internal-certificate': 'Personal holds no certificate for {pool}',
  'finding.not-assigned': '{use}: the certificate {thumbprint} exists and is not assigned',
  'finding.no-certificate-assigned': '{use}: no certificate is assigned',
  'finding.service-without-certificate': '{use}: the service uses no certificate; {assigned} is assigned',
  'finding.assigned-certificate-missing':
    '{use}: Personal does not hold the assigned certificate {thumbprint} any more',
  'finding.restart-needed': '{use}: the service uses {inUse}, and {assigned} is assigned',
  'finding.certificate-differs': '{use}: {certificates}',
  'finding.clock-fast': 'the clock is {minutes} minutes fast',
  'finding.clock-slow': 'the clock is {minutes} minutes slow',
} as const;
