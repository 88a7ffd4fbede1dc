import type { Certificate } from '../certificate';
import type { Crl } from '../crl';
import { sameName } from '../names/distinguished-name';
import { type PathCheck, verifyPath } from './certification-path';
import { type CrlFault, crlFault } from './crl-validation';
import { matchesHost } from './host-name';
import { allowsClient, allowsPurpose, allowsTls } from './key-purposes';
import type { PathCode } from './path-validation';

/** Why a path is not accepted, also with regard to the name of the server and to revocation lists. */
export type CheckedPathCode =
  | PathCode
  | 'name-mismatch'
  | 'revoked'
  | `revocation-list-${Exclude<CrlFault, 'other-issuer'>}`;

/** What a path is checked for, besides RFC 5280 §6.1. */
export interface UseCheck extends PathCheck {
  /** the name by which clients address the server */
  readonly host?: string;
  /** revocation lists; revocation is not examined for an issuer without one */
  readonly crls: readonly Crl[];
}

export interface CheckedPath {
  readonly ok: boolean;
  readonly code: CheckedPathCode | null;
  /** the certificate that has the fault */
  readonly at: Certificate | null;
  readonly certificates: readonly Certificate[];
}

/**
 * The verdict of `verifyPath`, and of what a client of the server examines after it. These are revocation by the given
 * lists (RFC 5280 §6.3), the purposes of the certificate itself, and its names (RFC 6125). The first fault counts.
 */
export function checkedPath(certificate: Certificate, check: UseCheck): CheckedPath {
  const verdict = verifyPath(certificate, check);
  if (!verdict.ok) return verdict;
  const { certificates } = verdict;
  const fault = (code: CheckedPathCode, at: Certificate): CheckedPath => ({ ok: false, code, at, certificates });
  for (const [index, one] of certificates.entries()) {
    const issuer = certificates[index + 1];
    const code = issuer && revocationCode(one, issuer, check);
    if (code) return fault(code, one);
  }
  if (!isFor(certificate, check.purpose)) return fault('usage-not-allowed', certificate);
  if (check.host !== undefined && matchesHost(certificate, check.host) === null)
    return fault('name-mismatch', certificate);
  return verdict;
}

function revocationCode(one: Certificate, issuer: Certificate, { crls, at }: UseCheck): CheckedPathCode | undefined {
  const ofIssuer = crls.filter((crl) => sameName(crl.issuer, issuer.subject));
  const faults = ofIssuer.map((crl) => crlFault(crl, issuer, at));
  const counting = ofIssuer.filter((_, index) => faults[index] === null);
  if (counting.some(({ revoked }) => revoked.some(({ serialNumber }) => serialNumber === one.serialNumber))) {
    return 'revoked';
  }
  const [fault] = faults;
  return counting.length > 0 || !fault || fault === 'other-issuer' ? undefined : `revocation-list-${fault}`;
}

function isFor(certificate: Certificate, purpose: string | undefined): boolean {
  if (purpose === undefined) return true;
  const allows = purpose === 'clientAuth' ? allowsClient : allowsTls;
  return allowsPurpose(certificate, purpose) && allows(certificate);
}
