import type { CertificationAuthority } from '../adcs/authority';
import { deltaAddresses, publicationAddresses, versionOf } from '../adcs/generation';
import { publishesDeltas } from '../adcs/publication';
import { deltaRevocationList, revocationList } from '../adcs/revocation-list';
import type { Instant } from '../determinism';
import type { Crl } from '../x509/crl';

/** The files at the addresses that certificates name: certificates of authorities (AIA) and revocation lists (CDP). */

export interface PublishedFile {
  readonly contentType: string;
  readonly body: Uint8Array;
}

interface Point {
  readonly address: URL;
  readonly file: (now: Instant) => PublishedFile | undefined;
}

/**
 * The file at an address; undefined if no certificate names it. The host is compared unless it is null, for a client that
 * uses the address of the server.
 */
export function publishedFile(
  authorities: readonly CertificationAuthority[],
  { host, path }: { readonly host: string | null; readonly path: string },
  now: Instant,
): PublishedFile | undefined {
  const point = authorities
    .flatMap(pointsOf)
    .find(({ address }) => address.pathname === path && (host === null || address.hostname === host));
  return point?.file(now);
}

/** The hosts of all addresses. */
export function publicationHosts(authorities: readonly CertificationAuthority[]): readonly string[] {
  return [...new Set(authorities.flatMap(pointsOf).map(({ address }) => address.hostname))];
}

function pointsOf(authority: CertificationAuthority): readonly Point[] {
  return authority.generations.flatMap((generation) => {
    const version = versionOf(authority.generations, generation);
    const addresses = publicationAddresses(authority, version);
    const { der } = generation.certificate;
    return [
      ...pointsAt(addresses.authorityInformationAccess, () => ({ contentType: 'application/pkix-cert', body: der })),
      ...listsAt(addresses.crlDistributionPoints, (now) => revocationList(authority, now, generation)),
      ...(publishesDeltas(authority)
        ? listsAt(deltaAddresses(addresses), (now) => deltaRevocationList(authority, now, generation))
        : []),
    ];
  });
}

function listsAt(addresses: readonly string[], list: (now: Instant) => Crl | undefined): readonly Point[] {
  return pointsAt(addresses, (now) => {
    const crl = list(now);
    return crl && { contentType: 'application/pkix-crl', body: crl.der };
  });
}

function pointsAt(addresses: readonly string[], file: Point['file']): readonly Point[] {
  return addresses.filter((address) => /^http:/i.test(address)).map((address) => ({ address: new URL(address), file }));
}
