import type { Instant } from '../determinism';
import { type Crl, type RevokedCertificate, signCrl } from '../x509/crl';
import { type CertificationAuthority, currentGeneration, generationOf } from './authority';
import { deltaAddresses, type Generation, publicationAddresses, versionOf } from './generation';
import { deltaListTimes, deltaPublicationAt, listTimes, publicationAt, publishesDeltas } from './publication';

/**
 * The base CRL of the authority that is at its distribution point at `now`. An authority has one CRL for each key
 * ([MS-CSRA] 3.1.4.1.6), which covers the certificates signed with that key, as far as they were revoked when the list
 * was published. If there are delta CRLs, it names their addresses. Default: the current key.
 */
export function revocationList(
  authority: CertificationAuthority,
  now: Instant,
  issuer: Generation = currentGeneration(authority),
): Crl {
  const { at, number } = publicationAt(authority, issuer, now);
  const { hash } = authority;
  const caVersion = versionOf(authority.generations, issuer);
  const revoked = revokedBetween(authority, issuer, Number.NEGATIVE_INFINITY, at);
  const freshest = publishesDeltas(authority) ? deltaAddresses(publicationAddresses(authority, caVersion)) : [];
  return signCrl({ ...listTimes(authority, at), issuer, number, caVersion, revoked, hash, freshest });
}

/**
 * The delta CRL that is at the distribution point at `now`: what was revoked since the base CRL. Undefined if the
 * authority publishes none. Default: the current key.
 */
export function deltaRevocationList(
  authority: CertificationAuthority,
  now: Instant,
  issuer: Generation = currentGeneration(authority),
): Crl | undefined {
  const delta = deltaPublicationAt(authority, issuer, now);
  if (!delta) return undefined;
  const { at, number } = delta;
  const base = publicationAt(authority, issuer, now);
  const { hash } = authority;
  const caVersion = versionOf(authority.generations, issuer);
  const revoked = revokedBetween(authority, issuer, base.at, at);
  return signCrl({ ...deltaListTimes(authority, at), issuer, number, caVersion, revoked, hash, deltaOf: base.number });
}

/** The certificates of the key that were revoked after `from`, until `to`. */
function revokedBetween(
  authority: CertificationAuthority,
  issuer: Generation,
  from: Instant,
  to: Instant,
): readonly RevokedCertificate[] {
  return authority.requests.flatMap(({ disposition }) =>
    disposition.kind === 'revoked' &&
    disposition.at > from &&
    disposition.at <= to &&
    isOf(authority, issuer, disposition.certificate)
      ? [{ serialNumber: disposition.certificate.serialNumber, at: disposition.at, reason: disposition.reason }]
      : [],
  );
}

function isOf(authority: CertificationAuthority, issuer: Generation, certificate: Generation['certificate']): boolean {
  const { subjectKeyId } = issuer.certificate;
  return generationOf(authority, certificate)?.certificate.subjectKeyId === subjectKeyId;
}
