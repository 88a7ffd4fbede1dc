import type { Certificate } from '../../x509/certificate';
import type { CertificateRequest } from '../../x509/certificate-request';
import type { Crl } from '../../x509/crl';
import type { Pkcs12Content } from '../../x509/pkcs12/pkcs12-content';
import type { FileFinding } from '../findings/file-finding';

/** The kinds of file that an inspection distinguishes. */
export type FileKind = 'pkcs12' | 'pkcs7' | 'certificate' | 'request' | 'crl' | 'policy' | 'private-key' | 'unknown';

/** What a file was found to hold. */
export type InspectedContent =
  | { readonly kind: 'certificate' | 'pkcs7'; readonly certificates: readonly Certificate[] }
  | {
      readonly kind: 'pkcs12';
      readonly content: Pkcs12Content;
      /** whether it opens only with the given password */
      readonly isProtected: boolean;
    }
  | { readonly kind: 'request'; readonly request: CertificateRequest }
  | { readonly kind: 'crl'; readonly crl: Crl }
  | { readonly kind: 'policy'; readonly text: string }
  | { readonly kind: 'private-key' };

/** A file that was read, or the reason why it was not. */
export type ReadFile =
  | {
      readonly kind: FileKind;
      readonly content: InspectedContent;
      /** a private key in PEM beside what counts */
      readonly hasKeyBeside: boolean;
    }
  | { readonly kind: FileKind; readonly content: null; readonly failure: FileFinding };

/** The certificates of a file, in file order. */
export function certificatesIn(content: InspectedContent | null): readonly Certificate[] {
  switch (content?.kind) {
    case 'certificate':
    case 'pkcs7':
      return content.certificates;
    case 'pkcs12':
      return content.content.certificates.map(({ certificate }) => certificate);
    default:
      return [];
  }
}

/** Whether the file holds the private key of the certificate. */
export function hasKeyOf(content: InspectedContent | null, { publicKeyId }: Certificate): boolean {
  return content?.kind === 'pkcs12' && content.content.keys.some(({ keyPair }) => keyPair.publicKeyId === publicKeyId);
}
