import { DAY, type Instant } from '../determinism';
import { type Crl, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration, type Generation, generationOf } from './authority';

/** Validity of a base CRL in days (AD CS: CRLPeriod, one week by default). */
const CRL_PERIOD_DAYS = 7;

/**
 * The base CRL that the authority would publish at `now`. An authority has one CRL for each key ([MS-CSRA] 3.1.4.1.6),
 * which covers the certificates signed with that key. Default: the current key. The CRL number is the number of
 * revocations plus one, so each revocation increases it.
 */
export function revocationList(
  authority: CertificationAuthority,
  now: Instant,
  issuer: Generation = currentGeneration(authority),
): Crl {
  const revoked = authority.requests.flatMap(({ disposition }) =>
    disposition.kind === 'revoked' && generationOf(authority, disposition.certificate) === issuer
      ? [{ serialNumber: disposition.certificate.serialNumber, at: disposition.at, reason: disposition.reason }]
      : [],
  );
  return signCrl({
    issuer,
    number: revoked.length + 1,
    thisUpdate: now,
    nextUpdate: now + CRL_PERIOD_DAYS * DAY,
    revoked,
    hash: authority.hash,
  });
}
