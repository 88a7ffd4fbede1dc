import type { Instant } from '../../determinism';
import type { Certificate } from '../certificate';
import { allPaths, issuersIn } from './path-building';
import { type PathCode, pathCode } from './path-validation';

/** A certificate followed by its issuers. */
export interface CertificationPath {
  readonly certificates: readonly Certificate[];
  /** whether the path ends in a self-signed certificate */
  readonly complete: boolean;
}

export interface PathVerdict {
  readonly ok: boolean;
  /** the fault of the path that is closest to valid; null if a path is valid */
  readonly code: PathCode | null;
  readonly certificates: readonly Certificate[];
}

/** The inputs of path validation. */
export interface PathCheck {
  /** a path must end in one of these self-signed certificates */
  readonly trusted: readonly Certificate[];
  /** further certificates for path building */
  readonly candidates: readonly Certificate[];
  readonly at: Instant;
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
 * constraints with path length, key usage, and critical extensions. All possible paths are tried, and one valid path is
 * enough. A trust anchor is self-signed, as in Schannel and OpenSSL. An intermediate certificate in the trusted set is
 * not an anchor, and the dates of the root count.
 */
export function verifyPath(certificate: Certificate, { trusted, candidates, at }: PathCheck): PathVerdict {
  const pool = [...trusted, ...candidates];
  let best: PathVerdict | undefined;
  for (const certificates of allPaths(certificate, pool)) {
    const code = faultOf(certificates, { trusted, candidates: pool, at });
    if (code === null) return { ok: true, code, certificates };
    if (!best || SEVERITY.indexOf(code) < SEVERITY.indexOf(best.code)) best = { ok: false, code, certificates };
  }
  return best ?? { ok: false, code: 'chain-incomplete', certificates: [certificate] };
}

/** Ordered from the least to the most severe. */
const SEVERITY: readonly (PathCode | null)[] = [
  'expired',
  'not-yet-valid',
  'path-length',
  'unsupported-extension',
  'not-a-ca',
  'root-not-trusted',
  'bad-signature',
  'chain-incomplete',
];

function faultOf(path: readonly Certificate[], { trusted, candidates, at }: PathCheck): PathCode | null {
  const last = path.at(-1);
  const isTrusted = trusted.some(({ thumbprint }) => thumbprint === last?.thumbprint);
  if (last?.selfSigned) return isTrusted ? pathCode(path, at) : 'root-not-trusted';
  if (!last) return 'chain-incomplete';
  // a candidate has the issuer's name, but its key did not sign
  return issuersIn(last, candidates).length > 0 ? 'bad-signature' : 'chain-incomplete';
}
