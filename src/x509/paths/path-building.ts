import { type Certificate, isDescribed, signedBy } from '../certificate';
import { sameName } from '../names/distinguished-name';
import type { IssuerAndSerial } from '../read-extensions';

/**
 * No real path is longer. Together with the limit on steps, this prevents an explosion with many cross-certificates.
 */
const LONGEST = 20;
const LIMITS: PathLimits = { steps: 2000, signatures: 5000 };

/** The work for the paths of one certificate. */
export interface PathLimits {
  readonly steps: number;
  /** the signatures that are verified */
  readonly signatures: number;
}

/**
 * All paths from the certificate to a self-signed one, or to one without an issuer. The most recent issuer comes first.
 * No certificate, and no pair of name and key, occurs twice in a path (RFC 4158 §2.4.2).
 */
export function* allPaths(
  certificate: Certificate,
  candidates: readonly Certificate[],
  limits: PathLimits = LIMITS,
): Generator<readonly Certificate[]> {
  const pool = [...new Map(candidates.map((candidate) => [candidate.thumbprint, candidate])).values()];
  yield* continued([certificate], pool, { steps: 0, signatures: 0, limits });
}

/**
 * The candidates that may have issued the certificate, the most recent first. They have the issuer's name, and what the
 * authority key identifier states: key identifier, issuer and serial number (RFC 5280 §4.2.1.1).
 */
export function issuersIn(certificate: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  return candidates
    .filter(
      (candidate) =>
        sameName(candidate.subject, certificate.issuer) &&
        (certificate.authorityKeyId === undefined ||
          candidate.subjectKeyId === undefined ||
          certificate.authorityKeyId === candidate.subjectKeyId) &&
        isThat(candidate, certificate.authorityCertificate),
    )
    .sort((a, b) => b.notBefore - a.notBefore || a.thumbprint.localeCompare(b.thumbprint));
}

function isThat({ issuer, serialNumber }: Certificate, named: IssuerAndSerial = {}): boolean {
  return (
    (named.serialNumber === undefined || named.serialNumber === serialNumber) &&
    (named.issuer === undefined || sameName(named.issuer, issuer))
  );
}

interface Walk {
  steps: number;
  signatures: number;
  readonly limits: PathLimits;
}

function* continued(
  path: readonly Certificate[],
  pool: readonly Certificate[],
  walk: Walk,
): Generator<readonly Certificate[]> {
  const last = path.at(-1);
  walk.steps++;
  if (!last) return;
  const issuers = last.selfSigned || path.length >= LONGEST ? [] : nextIn(path, last, pool, walk);
  if (issuers.length === 0) yield path;
  for (const issuer of issuers) {
    if (walk.steps > walk.limits.steps) return;
    yield* continued([...path, issuer], pool, walk);
  }
}

function nextIn(
  path: readonly Certificate[],
  last: Certificate,
  pool: readonly Certificate[],
  walk: Walk,
): readonly Certificate[] {
  return issuersIn(last, pool).filter((issuer) => {
    const isThere = path.some(
      ({ publicKeyId, subject }) => publicKeyId === issuer.publicKeyId && sameName(subject, issuer.subject),
    );
    if (isThere || walk.signatures >= walk.limits.signatures) return false;
    walk.signatures++;
    // a certificate without DER has no signature to check, so names and key identifiers decide
    return isDescribed(last) || isDescribed(issuer) || signedBy(last, issuer);
  });
}
