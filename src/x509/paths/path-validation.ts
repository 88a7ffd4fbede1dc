import type { Instant } from '../../determinism';
import type { Certificate } from '../certificate';
import { sameName } from '../names/distinguished-name';
import { constraintsAllow } from './constrained-names';
import { allowsPurpose } from './key-purposes';
import { policiesValid } from './policy-validation';

/** The reason why a path is not accepted. */
export type PathCode =
  | 'chain-incomplete'
  | 'root-not-trusted'
  | 'expired'
  | 'not-yet-valid'
  | 'not-a-ca'
  | 'bad-signature'
  | 'unsupported-algorithm'
  | 'path-length'
  | 'name-constraints'
  | 'usage-not-allowed'
  | 'policy-required'
  | 'unsupported-extension';

/** A fault of a path, and the certificate that has it. */
export interface PathFault {
  readonly code: PathCode;
  readonly certificate: Certificate;
}

/** A purpose that every authority of the path must allow, and the time of validation. */
export interface PathUse {
  /** a key purpose: `serverAuth` */
  readonly purpose?: string;
  readonly at: Instant;
}

/** The first fault of a path with valid signatures and a trusted end; null if there is none. */
export function pathFault(path: readonly Certificate[], { purpose, at }: PathUse): PathFault | null {
  const issuers = path.slice(1);
  const fault = (code: PathCode, certificate: Certificate | undefined): PathFault | null =>
    certificate ? { code, certificate } : null;
  return (
    fault(
      'not-a-ca',
      issuers.find((issuer) => !isAuthority(issuer, issuer === path.at(-1))),
    ) ??
    fault(
      'path-length',
      issuers.find((issuer, index) => !pathLengthAllows(issuer, path.slice(1, index + 1))),
    ) ??
    fault(
      // RFC 5280 §6.1.4 (o), §6.1.5 (f)
      'unsupported-extension',
      path.find(({ unknownCriticalExtensions }) => unknownCriticalExtensions.length > 0),
    ) ??
    fault(
      'name-constraints',
      issuers.find((issuer, index) => !namesAllowed(issuer, path.slice(0, index + 1))),
    ) ??
    fault(
      'usage-not-allowed',
      issuers.find((issuer) => purpose !== undefined && !allowsPurpose(issuer, purpose)),
    ) ??
    fault('policy-required', policiesValid(path) ? undefined : path[0]) ??
    dateFault(path, at)
  );
}

/** The first certificate from the root down that is not valid at that time. */
function dateFault(path: readonly Certificate[], at: Instant): PathFault | null {
  const certificate = [...path].reverse().find(({ notBefore, notAfter }) => at < notBefore || at > notAfter);
  return certificate ? { code: at < certificate.notBefore ? 'not-yet-valid' : 'expired', certificate } : null;
}

/** RFC 5280 §6.1.4 (k), (n). A version 1 root cannot state that it is an authority; trust makes it one. */
function isAuthority(issuer: Certificate, isRoot: boolean): boolean {
  if (isRoot && issuer.version < 3) return true;
  return issuer.isCa && (!issuer.hasKeyUsage || issuer.keyUsage.includes('keyCertSign'));
}

/** Whether the path length allows the authorities below the issuer. Self-issued ones do not count (§4.2.1.9). */
function pathLengthAllows({ pathLength }: Certificate, between: readonly Certificate[]): boolean {
  if (pathLength === undefined) return true;
  return between.filter(({ subject, issuer }) => !sameName(subject, issuer)).length <= pathLength;
}

/** Whether the issuer's constraints allow the names below it. Those of self-issued authorities do not count (§6.1.3). */
function namesAllowed({ nameConstraints }: Certificate, below: readonly Certificate[]): boolean {
  if (!nameConstraints) return true;
  return below.every(
    (certificate, index) =>
      (index > 0 && sameName(certificate.subject, certificate.issuer)) ||
      constraintsAllow(nameConstraints, certificate),
  );
}
