import type { Instant } from '../../determinism';
import type { Certificate } from '../certificate';
import { sameName } from '../names/distinguished-name';

/** Why a path is not accepted. */
export type PathCode =
  | 'chain-incomplete'
  | 'root-not-trusted'
  | 'expired'
  | 'not-yet-valid'
  | 'not-a-ca'
  | 'bad-signature'
  | 'path-length'
  | 'unsupported-extension';

/** The first thing that is wrong with a path whose signatures hold and whose end is trusted, from the root down. */
export function pathFault(certificates: readonly Certificate[], at: Instant): PathCode | null {
  const issuers = certificates.slice(1);
  if (!issuers.every((issuer) => isAuthority(issuer, issuer === certificates.at(-1)))) return 'not-a-ca';
  if (!issuers.every((issuer, index) => allowsBelow(issuer, certificates.slice(1, index + 1)))) return 'path-length';
  // RFC 5280 §6.1.4 (o), §6.1.5 (f): what is critical and not understood
  if (certificates.some(({ unknownCriticalExtensions }) => unknownCriticalExtensions.length > 0)) {
    return 'unsupported-extension';
  }
  const failing = [...certificates].reverse().find(({ notBefore, notAfter }) => at < notBefore || at > notAfter);
  if (!failing) return null;
  return at < failing.notBefore ? 'not-yet-valid' : 'expired';
}

/** RFC 5280 §6.1.4 (k), (n); a root of version 1 cannot say that it is an authority, and is one by being trusted. */
function isAuthority(issuer: Certificate, isRoot: boolean): boolean {
  if (isRoot && issuer.version < 3) return true;
  return issuer.isCa && (issuer.keyUsage.length === 0 || issuer.keyUsage.includes('keyCertSign'));
}

/** How many authorities stand between the issuer and the end, those aside that issued for themselves (§4.2.1.9). */
function allowsBelow({ pathLength }: Certificate, between: readonly Certificate[]): boolean {
  if (pathLength === undefined) return true;
  return between.filter(({ subject, issuer }) => !sameName(subject, issuer)).length <= pathLength;
}
