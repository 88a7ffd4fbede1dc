import type { Certificate } from '../x509/certificate';
import type { CaVersion } from '../x509/extension-content';
import type { KeyPair } from '../x509/keys/key-pair';

/** One certificate of an authority with its key. A renewal adds a generation. */
export interface Generation {
  readonly certificate: Certificate;
  readonly keyPair: KeyPair;
}

/** The indexes of a generation's certificate and key among all generations of the authority, the oldest first. */
export function versionOf(generations: readonly Generation[], generation: Generation): CaVersion {
  return {
    certificateIndex: generations.indexOf(generation),
    keyIndex: generations.findIndex(({ keyPair }) => keyPair.publicKeyId === generation.keyPair.publicKeyId),
  };
}

/**
 * The addresses of the CRL and of the certificate of a generation. The first one has the configured addresses. After a
 * renewal, the file name has the index of the key (CRL, "%8") or of the certificate ("%4") in parentheses (Microsoft,
 * "Specify CRL distribution points").
 */
export function publicationAddresses(
  {
    crlDistributionPoints,
    authorityInformationAccess,
  }: {
    readonly crlDistributionPoints: readonly string[];
    readonly authorityInformationAccess: readonly string[];
  },
  { certificateIndex, keyIndex }: CaVersion,
) {
  return {
    crlDistributionPoints: crlDistributionPoints.map((address) => withIndex(address, keyIndex)),
    authorityInformationAccess: authorityInformationAccess.map((address) => withIndex(address, certificateIndex)),
  };
}

/** The addresses of the delta CRL beside those of the base CRL: the file name ends in "+" ("%9"). */
export function deltaAddresses({
  crlDistributionPoints,
}: {
  readonly crlDistributionPoints: readonly string[];
}): readonly string[] {
  return crlDistributionPoints
    .filter((address) => /^http:/i.test(address))
    .map((address) => address.replace(/(\.[^./]*)?$/, '+$&'));
}

/** `http://host/Name.crl` becomes `http://host/Name(1).crl`; `ldap:///CN=Name,CN=host` becomes `ldap:///CN=Name(1),CN=host`. */
function withIndex(address: string, index: number): string {
  if (index === 0) return address;
  if (/^ldap:/i.test(address)) return address.replace(/^(ldap:\/\/[^,]*)/i, `$1(${index})`);
  return address.replace(/(\.[^./]*)?$/, (extension) => `(${index})${extension}`);
}
