import type { CertificationAuthority } from '../adcs/authority';
import { type Generation, versionOf } from '../adcs/generation';
import { publicationAt } from '../adcs/publication';
import { deltaRevocationList, revocationList } from '../adcs/revocation-list';
import type { Instant } from '../determinism';
import { memo, pairMemo } from '../memo';
import { clockOf, type Machine } from '../windows/machine';
import { type Certificate, signedBy } from '../x509/certificate';
import type { Crl } from '../x509/crl';
import { type CrlFault, crlDateFault, crlFault } from '../x509/paths/crl-validation';
import type { Deployment } from './deployment';

/** A machine's knowledge about the revocation of a certificate; `unreachable` takes until a timeout (event 33019). */
export type RevocationStatus = 'good' | 'revoked' | 'unreachable' | 'no-address';

/** The status of one certificate of a path, and where it comes from. */
export interface Revocation {
  readonly status: RevocationStatus;
  readonly certificate: Certificate;
  /** why no CRL counts: no address leads to one, the machine's clock is outside its dates, or it has a fault */
  readonly reason?: 'address' | 'clock' | CrlFault;
  /** the CRL that is at the address and does not count */
  readonly list?: Pick<Crl, 'thisUpdate' | 'nextUpdate'>;
}

/** The status of a certificate on its own. */
export function revocationStatus(deployment: Deployment, machine: Machine, certificate: Certificate): RevocationStatus {
  return revocationOf(deployment, machine, [certificate]).status;
}

/**
 * The worst status in a path without its root, as Schannel checks it (CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT). For
 * each certificate, the machine fetches the CRL that it names and searches it (RFC 5280 §6.3). Only domain members can
 * use an `ldap:` address. An unreachable host gives no CRL. A delta CRL adds to the base CRL that names it. A CRL must count for its issuer, at the time of the machine's
 * clock, as the dates of certificates (RFC 5280 §6.3.3 (a)).
 */
export function revocationOf(deployment: Deployment, machine: Machine, path: readonly Certificate[]): Revocation {
  const statuses = path.flatMap((certificate, index) =>
    index > 0 && certificate.selfSigned ? [] : [statusOf(deployment, machine, certificate, path[index + 1])],
  );
  const worst = WORST_FIRST.flatMap((status) => statuses.find((one) => one.status === status) ?? []);
  const [first] = worst;
  if (!first) throw new Error('a path without a certificate has no revocation status');
  return first;
}

const WORST_FIRST: readonly RevocationStatus[] = ['revoked', 'unreachable', 'no-address', 'good'];

function statusOf(
  deployment: Deployment,
  machine: Machine,
  certificate: Certificate,
  above: Certificate | undefined,
): Revocation {
  const addresses = certificate.crlDistributionPoints;
  if (addresses.length === 0) return { status: certificate.selfSigned ? 'good' : 'no-address', certificate };
  const issuer = addresses.some((address) => isReached(machine, address)) && issuerOf(deployment, certificate);
  if (!issuer || !isCopied(...issuer)) return { status: 'unreachable', certificate, reason: 'address' };
  const { now } = deployment.determinism;
  const base = listOf(...issuer, now);
  const delta = deltaRevocationList(issuer[0], now, issuer[1]);
  const clock = clockOf(deployment, machine);
  const baseFault = faultAt(base, above ?? issuer[1].certificate, clock);
  const [list, fault] = baseFault || !delta ? [base, baseFault] : [delta, crlDateFault(delta, clock)];
  if (fault) {
    const reason = DATE_FAULTS.includes(fault) && crlDateFault(list, now) === null ? 'clock' : fault;
    return { status: 'unreachable', certificate, reason, list };
  }
  const revoked = [...base.revoked, ...(delta?.revoked ?? [])];
  const isListed = revoked.some(({ serialNumber }) => serialNumber === certificate.serialNumber);
  return { status: isListed ? 'revoked' : 'good', certificate };
}

const DATE_FAULTS: readonly CrlFault[] = ['not-yet-valid', 'outdated'];

/** The signature is verified once. */
function faultAt(list: Crl, issuer: Certificate, at: Instant): CrlFault | null {
  const { fault } = faults(list, issuer, () => ({ fault: crlFault(list, issuer, list.thisUpdate) }));
  return fault ?? crlDateFault(list, at);
}

const faults = pairMemo<Crl, Certificate, { readonly fault: CrlFault | null }>();

/** Whether the list of that key is at the distribution point; after a renewal its name ends in "(1)". */
function isCopied({ copiesFirstListOnly, generations }: CertificationAuthority, generation: Generation): boolean {
  return !copiesFirstListOnly || versionOf(generations, generation).keyIndex === 0;
}

/** The CRL of the authority that is at its distribution point at that time. */
function listOf(authority: CertificationAuthority, generation: Generation, now: Instant): Crl {
  const { at } = publicationAt(authority, generation, now);
  return published(authority, `${generation.certificate.thumbprint} ${at}`, () =>
    revocationList(authority, now, generation),
  );
}

const published = memo<Crl>();

function isReached({ membership, connection }: Machine, address: string): boolean {
  if (/^ldap:/i.test(address)) return membership.kind === 'domain';
  const host = /^https?:\/\/([^/:]+)/i.exec(address)?.[1]?.toLowerCase();
  return host !== undefined && !connection.unreachableHosts.some((blocked) => blocked.toLowerCase() === host);
}

/** The authority whose key signed the certificate, with this key. */
function issuerOf(
  { authorities }: Deployment,
  certificate: Certificate,
): readonly [CertificationAuthority, Generation] | undefined {
  for (const authority of authorities.values()) {
    const generation = authority.generations.find((one) => signedBy(certificate, one.certificate));
    if (generation) return [authority, generation];
  }
  return undefined;
}
