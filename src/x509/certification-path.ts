import type { Instant } from '../surroundings';
import type { Certificate } from './certificate';
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
  /** anchors: a path has to end in one of these */
  readonly trusted: readonly Certificate[];
  /** further certificates to build with */
  readonly candidates: readonly Certificate[];
  readonly at: Instant;
}

/** The path from a certificate up as far as the candidates reach; of several issuers the most recent one. */
export function certificationPath(certificate: Certificate, candidates: readonly Certificate[]): CertificationPath {
  const paths = [...everyPath(certificate, candidates)];
  const complete = paths.filter((path) => path.at(-1)?.selfSigned);
  const longest = [...paths].sort((a, b) => b.length - a.length);
  const [best = [certificate]] = complete.length > 0 ? complete : longest;
  return { certificates: best, complete: complete.length > 0 };
}

/**
 * Whether a valid path leads to a trusted certificate (RFC 5280 §6.1, for what is modelled here: names, signatures,
 * dates at `at`, basic constraints with path length, key usage, critical extensions). Every path that the candidates
 * allow is tried, and one that is valid is enough.
 */
export function verifyPath(certificate: Certificate, { trusted, candidates, at }: PathCheck): PathVerdict {
  const pool = [...trusted, ...candidates];
  const verdicts = [...everyPath(certificate, pool)].map((path): PathVerdict => {
    const code = faultOf(path, { trusted, candidates: pool, at });
    return { ok: code === null, code, certificates: path };
  });
  const [best] = verdicts.sort((a, b) => SEVERITY.indexOf(a.code) - SEVERITY.indexOf(b.code));
  return best ?? { ok: false, code: 'chain-incomplete', certificates: [certificate] };
}

/** From the least to the most that is wrong. */
const SEVERITY: readonly (PathCode | null)[] = [
  null,
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
  if (isTrusted) return pathFault(path, at);
  if (!last || last.selfSigned) return 'root-not-trusted';
  // somebody of the issuer's name is there, and its key did not sign
  return issuersIn(last, candidates).length > 0 ? 'bad-signature' : 'chain-incomplete';
}
