import type { Instant } from '../determinism';
import { type Crl, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration, generationOf } from './authority';
import { type Generation, versionOf } from './generation';
import { listTimes, publicationAt } from './publication';

/**
 * The base CRL of the authority that is at its distribution point at `now`. An authority has one CRL for each key
 * ([MS-CSRA] 3.1.4.1.6), which covers the certificates signed with that key, as far as they were revoked when the list
 * was published. Default: the current key.
 */
export function revocationList(
  authority: CertificationAuthority,
  now: Instant,
  issuer: Generation = currentGeneration(authority),
): Crl {
  const { at, number } = publicationAt(authority, issuer, now);
  const revoked = authority.requests.flatMap(({ disposition }) =>
    disposition.kind === 'revoked' && disposition.at <= at && isOf(authority, issuer, disposition.certificate)
      ? [{ serialNumber: disposition.certificate.serialNumber, at: disposition.at, reason: disposition.reason }]
      : [],
  );
  const caVersion = versionOf(authority.generations, issuer);
  return signCrl({ ...listTimes(authority, at), issuer, number, caVersion, revoked, hash: authority.hash });
}

function isOf(authority: CertificationAuthority, issuer: Generation, certificate: Generation['certificate']): boolean {
  const { subjectKeyId } = issuer.certificate;
  return generationOf(authority, certificate)?.certificate.subjectKeyId === subjectKeyId;
}
