import type { Instant } from '../../determinism';
import { type Certificate, signatureBy } from '../certificate';
import { allPaths, issuersIn } from './path-building';
import { type PathCode, type PathFault, pathFault } from './path-validation';

/** A certificate followed by its issuers. */
export interface CertificationPath {
  readonly certificates: readonly Certificate[];
  /** whether the path ends in a self-signed certificate */
  readonly complete: boolean;
}

/** The verdict on the paths of a certificate. */
export type PathVerdict = ValidPath | FaultyPath;

/** A path that is valid. */
export interface ValidPath {
  readonly ok: true;
  readonly code: null;
  readonly at: null;
  readonly certificates: readonly Certificate[];
}

/** The path that is closest to valid. */
export interface FaultyPath {
  readonly ok: false;
  readonly code: PathCode;
  /** the certificate that has the fault; for a missing issuer, the certificate that it should have issued */
  readonly at: Certificate;
  readonly certificates: readonly Certificate[];
}

/** The inputs of path validation. */
export interface PathCheck {
  /** a path must end in one of these self-signed certificates */
  readonly trusted: readonly Certificate[];
  /** further certificates for path building */
  readonly candidates: readonly Certificate[];
  readonly at: Instant;
  /** a key purpose that every authority of the path must allow, if it states any (RFC 5280 §4.2.1.12): `serverAuth` */
  readonly purpose?: string;
}

/**
 * The path from a certificate as far as the candidates allow, by name, key identifier and signature. If there are
 * several issuers, the most recent one is used, unless only another one leads to a self-signed certificate.
 */
export function certificationPath(certificate: Certificate, candidates: readonly Certificate[]): CertificationPath {
  let longest: readonly Certificate[] = [certificate];
  for (const path of allPaths(certificate, candidates)) {
    if (path.at(-1)?.selfSigned) return { certificates: path, complete: true };
    if (path.length > longest.length) longest = path;
  }
  return { certificates: longest, complete: false };
}

/**
 * Whether a valid path leads to a trusted certificate (RFC 5280 §6.1). Covered: names, signatures, dates at `at`, basic
 * constraints with path length, key usage, key purposes of authorities, name constraints, certificate policies, and
 * critical extensions. All possible paths are tried, and one valid path is enough. A trust anchor is self-signed, as in
 * Schannel and OpenSSL. An intermediate certificate in the trusted set is not an anchor, and the dates, purposes and
 * constraints of the root count.
 */
export function verifyPath(certificate: Certificate, check: PathCheck): PathVerdict {
  const pool = [...check.trusted, ...check.candidates];
  let best: FaultyPath | undefined;
  for (const certificates of allPaths(certificate, pool)) {
    const fault = faultOf(certificates, { ...check, candidates: pool });
    if (fault === null) return { ok: true, code: null, at: null, certificates };
    const { code, certificate: at } = fault;
    if (!best || SEVERITY.indexOf(code) < SEVERITY.indexOf(best.code)) best = { ok: false, code, at, certificates };
  }
  return best ?? { ok: false, code: 'chain-incomplete', at: certificate, certificates: [certificate] };
}

/** Ordered from the least to the most severe. */
const SEVERITY: readonly PathCode[] = [
  'expired',
  'not-yet-valid',
  'policy-required',
  'usage-not-allowed',
  'name-constraints',
  'path-length',
  'unsupported-extension',
  'not-a-ca',
  'root-not-trusted',
  'unsupported-algorithm',
  'bad-signature',
  'chain-incomplete',
];

function faultOf(path: readonly Certificate[], { trusted, candidates, ...use }: PathCheck): PathFault | null {
  const certificate = path.at(-1);
  if (!certificate) return null;
  const isTrusted = trusted.some(({ thumbprint }) => thumbprint === certificate.thumbprint);
  if (certificate.selfSigned) return isTrusted ? pathFault(path, use) : { code: 'root-not-trusted', certificate };
  // a candidate has the issuer's name, but its key did not sign, or the signature cannot be verified
  const statuses = issuersIn(certificate, candidates).map((issuer) => signatureBy(certificate, issuer));
  if (statuses.includes('unsupported')) return { code: 'unsupported-algorithm', certificate };
  return { code: statuses.length > 0 ? 'bad-signature' : 'chain-incomplete', certificate };
}
