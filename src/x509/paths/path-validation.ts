import type { Instant } from '../../determinism';
import type { Certificate } from '../certificate';
import { sameName } from '../names/distinguished-name';

/** The reason why a path is not accepted. */
export type PathCode =
  | 'chain-incomplete'
  | 'root-not-trusted'
  | 'expired'
  | 'not-yet-valid'
  | 'not-a-ca'
  | 'bad-signature'
  | 'path-length'
  | 'unsupported-extension';

/** The first fault, from the root down, of a path with valid signatures and a trusted end; null if there is none. */
export function pathCode(certificates: readonly Certificate[], at: Instant): PathCode | null {
  const issuers = certificates.slice(1);
  if (!issuers.every((issuer) => isAuthority(issuer, issuer === certificates.at(-1)))) return 'not-a-ca';
  if (!issuers.every((issuer, index) => pathLengthAllows(issuer, certificates.slice(1, index + 1))))
    return 'path-length';
  // RFC 5280 §6.1.4 (o), §6.1.5 (f): critical extensions that are not understood
  if (certificates.some(({ unknownCriticalExtensions }) => unknownCriticalExtensions.length > 0)) {
    return 'unsupported-extension';
  }
  const failing = [...certificates].reverse().find(({ notBefore, notAfter }) => at < notBefore || at > notAfter);
  if (!failing) return null;
  return at < failing.notBefore ? 'not-yet-valid' : 'expired';
}

/** RFC 5280 §6.1.4 (k), (n). A version 1 root cannot state that it is an authority; trust makes it one. */
function isAuthority(issuer: Certificate, isRoot: boolean): boolean {
  if (isRoot && issuer.version < 3) return true;
  return issuer.isCa && (issuer.keyUsage.length === 0 || issuer.keyUsage.includes('keyCertSign'));
}

/** Whether the path length allows the authorities below the issuer. Self-issued ones do not count (§4.2.1.9). */
function pathLengthAllows({ pathLength }: Certificate, between: readonly Certificate[]): boolean {
  if (pathLength === undefined) return true;
  return between.filter(({ subject, issuer }) => !sameName(subject, issuer)).length <= pathLength;
}
