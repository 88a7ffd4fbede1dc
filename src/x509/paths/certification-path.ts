import type { Instant } from '../../determinism';
import type { Certificate } from '../certificate';
import { everyPath, issuersIn } from './path-building';
import { type PathCode, pathFault } from './path-validation';

/** A certificate and those above it, the certificate first. */
export interface CertificationPath {
  readonly certificates: readonly Certificate[];
  /** ends in a self-signed one */
  readonly complete: boolean;
}

export interface PathVerdict {
  readonly ok: boolean;
  /** the fault of the path that comes nearest to a valid one; null when a path is valid */
  readonly code: PathCode | null;
  readonly certificates: readonly Certificate[];
}

/** What a path is judged with. */
export interface PathCheck {
  /** a path has to end in a self-signed one of these */
  readonly trusted: readonly Certificate[];
  /** further certificates to build with */
  readonly candidates: readonly Certificate[];
  readonly at: Instant;
}

/**
 * The path from a certificate up as far as the candidates reach, by name, key identifier and real signature. Of several
 * issuers the most recent one counts, unless only another leads to a self-signed certificate.
 */
export function certificationPath(certificate: Certificate, candidates: readonly Certificate[]): CertificationPath {
  let longest: readonly Certificate[] = [certificate];
  for (const path of everyPath(certificate, candidates)) {
    if (path.at(-1)?.selfSigned) return { certificates: path, complete: true };
    if (path.length > longest.length) longest = path;
  }
  return { certificates: longest, complete: false };
}

/**
 * Whether a valid path leads to a trusted certificate (RFC 5280 §6.1, for what is modelled here: names, signatures,
 * dates at `at`, basic constraints with path length, key usage, critical extensions). Every path that the candidates
 * allow is tried, and one that is valid is enough. As for Schannel and OpenSSL, an anchor is self-signed: an
 * intermediate among the trusted ones is none, and the root's own dates count.
 */
export function verifyPath(certificate: Certificate, { trusted, candidates, at }: PathCheck): PathVerdict {
  const pool = [...trusted, ...candidates];
  let best: PathVerdict | undefined;
  for (const certificates of everyPath(certificate, pool)) {
    const code = faultOf(certificates, { trusted, candidates: pool, at });
    if (code === null) return { ok: true, code, certificates };
    if (!best || SEVERITY.indexOf(code) < SEVERITY.indexOf(best.code)) best = { ok: false, code, certificates };
  }
  return best ?? { ok: false, code: 'chain-incomplete', certificates: [certificate] };
}

/** From the least to the most that is wrong. */
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
  if (last?.selfSigned) return isTrusted ? pathFault(path, at) : 'root-not-trusted';
  if (!last) return 'chain-incomplete';
  // somebody of the issuer's name is there, and its key did not sign
  return issuersIn(last, candidates).length > 0 ? 'bad-signature' : 'chain-incomplete';
}
