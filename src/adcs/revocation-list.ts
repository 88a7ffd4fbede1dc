import { DAY, type Instant, MINUTE } from '../determinism';
import { type Crl, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration, generationOf } from './authority';
import { type Generation, versionOf } from './generation';

/** How often a base CRL is published (CRLPeriod: one week by default). */
const PERIOD = 7 * DAY;
/** How long a CRL stays valid after the next one (CRLOverlapPeriod: a tenth of the period, at most 12 hours). */
const OVERLAP = DAY / 2;

/**
 * The base CRL that the authority would publish at `now`. An authority has one CRL for each key ([MS-CSRA] 3.1.4.1.6),
 * which covers the certificates signed with that key. Default: the current key. The clock skew extends its validity at
 * both ends. The CRL number is the number of
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
  const skew = authority.clockSkewMinutes * MINUTE;
  return signCrl({
    issuer,
    number: revoked.length + 1,
    thisUpdate: now - skew,
    nextUpdate: now + PERIOD + OVERLAP + skew,
    nextPublish: now + PERIOD,
    caVersion: versionOf(authority.generations, issuer),
    revoked,
    hash: authority.hash,
  });
}
