import type { CertificationAuthority } from '../adcs/authority';
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
  const { revoked } = listOf(issuer, deployment.surroundings.now);
  return revoked.some(({ serialNumber }) => serialNumber === certificate.serialNumber) ? 'revoked' : 'good';
}

/** The list is published once, however many ask for it. */
function listOf(issuer: CertificationAuthority, now: Instant): Crl {
  const present = published.get(issuer);
  if (present?.thisUpdate === now) return present;
  const list = revocationList(issuer, now);
  published.set(issuer, list);
  return list;
}

const published = new WeakMap<CertificationAuthority, Crl>();

function isReached({ membership, connection }: Machine, address: string): boolean {
  if (/^ldap:/i.test(address)) return membership.kind === 'domain';
  const host = /^https?:\/\/([^/:]+)/i.exec(address)?.[1]?.toLowerCase();
  return host !== undefined && !connection.unreachableHosts.some((blocked) => blocked.toLowerCase() === host);
}

function issuerOf(deployment: Deployment, certificate: Certificate): CertificationAuthority | undefined {
  return [...deployment.authorities.values()].find((authority) =>
    authority.generations.some((generation) => signedBy(certificate, generation.certificate)),
  );
}
