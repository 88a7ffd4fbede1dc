import { DAY, type Instant } from '../surroundings';
import { type Crl, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration } from './authority';

/** Days that a base CRL is good for (AD CS: CRLPeriod, one week by default). */
const CRL_PERIOD_DAYS = 7;

/**
 * The base CRL as it would be published at `now`, signed by the current generation. Its number is the number of
 * revocations so far plus one, so that it grows with each.
 */
export function revocationList(authority: CertificationAuthority, now: Instant): Crl {
  const revoked = authority.requests.flatMap(({ disposition }) =>
    disposition.kind === 'revoked'
      ? [{ serialNumber: disposition.certificate.serialNumber, at: disposition.at, reason: disposition.reason }]
      : [],
  );
  return signCrl({
    issuer: currentGeneration(authority),
    number: revoked.length + 1,
    thisUpdate: now,
    nextUpdate: now + CRL_PERIOD_DAYS * DAY,
    revoked,
    hash: authority.hash,
  });
}
