import type { CertificationAuthority } from '../adcs/authority';
import type { Generation } from '../adcs/generation';
import { isListCurrent, publicationAt } from '../adcs/publication';
import { revocationList } from '../adcs/revocation-list';
import type { Instant } from '../determinism';
import { memo } from '../memo';
import type { Machine } from '../windows/machine';
import { type Certificate, signedBy } from '../x509/certificate';
import type { Crl } from '../x509/crl';
import type { Deployment } from './deployment';

/** A machine's knowledge about the revocation of a certificate; `unreachable` takes until a timeout (event 33019). */
export type RevocationStatus = 'good' | 'revoked' | 'unreachable' | 'no-address';

/**
 * Fetches the CRL that the certificate names and searches it for the certificate (RFC 5280 §6.3). Only domain members
 * can use an `ldap:` address. An unreachable host gives no CRL, and Windows does not use one that has run out.
 */
export function revocationStatus(deployment: Deployment, machine: Machine, certificate: Certificate): RevocationStatus {
  const addresses = certificate.crlDistributionPoints;
  if (addresses.length === 0) return certificate.selfSigned ? 'good' : 'no-address';
  if (!addresses.some((address) => isReached(machine, address))) return 'unreachable';
  const issuer = issuerOf(deployment, certificate);
  if (!issuer) return 'unreachable';
  const { now } = deployment.determinism;
  if (!isListCurrent(...issuer, now)) return 'unreachable';
  const { revoked } = listOf(...issuer, now);
  return revoked.some(({ serialNumber }) => serialNumber === certificate.serialNumber) ? 'revoked' : 'good';
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
