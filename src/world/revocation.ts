import type { CertificationAuthority, Generation } from '../adcs/authority';
import { revocationList } from '../adcs/revocation-list';
import type { Instant } from '../surroundings';
import type { Machine } from '../windows/machine';
import { type Certificate, signedBy } from '../x509/certificate';
import type { Crl } from '../x509/crl';
import type { Deployment } from './deployment';

/** What a machine learns of a certificate's revocation: `unreachable` has to wait until its time is up (event 33019). */
export type RevocationStatus = 'good' | 'revoked' | 'unreachable' | 'no-address';

/**
 * Fetches the revocation list that the certificate names and looks the certificate up (RFC 5280 §6.3). An `ldap:`
 * address is for members of the domain only; a host that the machine does not reach gives no list.
 */
export function revocationStatus(deployment: Deployment, machine: Machine, certificate: Certificate): RevocationStatus {
  const addresses = certificate.crlDistributionPoints;
  if (addresses.length === 0) return certificate.selfSigned ? 'good' : 'no-address';
  if (!addresses.some((address) => isReached(machine, address))) return 'unreachable';
  const issuer = issuerOf(deployment, certificate);
  if (!issuer) return 'unreachable';
  const { revoked } = listOf(...issuer, deployment.surroundings.now);
  return revoked.some(({ serialNumber }) => serialNumber === certificate.serialNumber) ? 'revoked' : 'good';
}

/** The list is published once, however many ask for it. */
function listOf(authority: CertificationAuthority, generation: Generation, now: Instant): Crl {
  const lists = published.get(authority) ?? new Map<Generation, Crl>();
  const present = lists.get(generation);
  if (present?.thisUpdate === now) return present;
  const list = revocationList(authority, now, generation);
  published.set(authority, lists.set(generation, list));
  return list;
}

const published = new WeakMap<CertificationAuthority, Map<Generation, Crl>>();

function isReached({ membership, connection }: Machine, address: string): boolean {
  if (/^ldap:/i.test(address)) return membership.kind === 'domain';
  const host = /^https?:\/\/([^/:]+)/i.exec(address)?.[1]?.toLowerCase();
  return host !== undefined && !connection.unreachableHosts.some((blocked) => blocked.toLowerCase() === host);
}

/** The authority whose key signed it, and that key. */
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
