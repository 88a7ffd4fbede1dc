import type { FileRole } from '../../world/product-files';
import type { Certificate } from '../../x509/certificate';
import { formatName } from '../../x509/names/distinguished-name';
import { certificatesIn, hasKeyOf, type InspectedContent } from '../reading/file-content';

/** What a file is for, by its content. */

/** The purpose of the file; undefined if no step of a procedure takes such a file. */
export function roleOf(content: InspectedContent): FileRole | undefined {
  switch (content.kind) {
    case 'pkcs12':
      return 'key-pair';
    case 'request':
    case 'policy':
      return content.kind;
    case 'certificate':
    case 'pkcs7':
      return subjectIn(content) === undefined ? 'chain' : 'response';
    case 'crl':
    case 'private-key':
      return undefined;
  }
}

/**
 * The certificate of a server in the file: the first one with its key, or else the first that is no authority. With its
 * key, a certificate of an authority also counts, because many programs mark self-signed ones so.
 */
export function subjectIn(content: InspectedContent): Certificate | undefined {
  const certificates = certificatesIn(content);
  const servers = certificates.filter((one) => !isAuthority(one));
  const holds = (one: Certificate): boolean => hasKeyOf(content, one);
  return servers.find(holds) ?? certificates.find(holds) ?? servers[0];
}

/** A root of version 1 cannot state that it is an authority (RFC 5280 §4.1.2.1). */
function isAuthority({ isCa, version, selfSigned }: Certificate): boolean {
  return isCa || (version < 3 && selfSigned);
}

/** The authority that issued no other one in the file: the lower end of a path. */
export function lowestOf(certificates: readonly Certificate[]): Certificate | undefined {
  const issuers = new Set(certificates.filter(({ selfSigned }) => !selfSigned).map(({ issuer }) => formatName(issuer)));
  return certificates.find(({ subject }) => !issuers.has(formatName(subject))) ?? certificates[0];
}

/** Roles between which the end of a name does not distinguish: files of certificates without a key. */
const CERTIFICATES: readonly FileRole[] = ['chain', 'response'];

/** Whether a file for one purpose can have the name of a file for the other. */
export function isSameSort(one: FileRole, other: FileRole): boolean {
  return one === other || (CERTIFICATES.includes(one) && CERTIFICATES.includes(other));
}
