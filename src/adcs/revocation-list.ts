import { DAY, type Instant } from '../determinism';
import { type Crl, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration, type Generation, generationOf } from './authority';

/** Days that a base CRL is good for (AD CS: CRLPeriod, one week by default). */
const CRL_PERIOD_DAYS = 7;

/**
 * The base CRL as it would be published at `now`. An authority has one for each of its keys ([MS-CSRA] 3.1.4.1.6), with
 * what that key has signed; default: the key that signs now. Its number is the number of revocations so far plus one,
 * so that it grows with each.
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
