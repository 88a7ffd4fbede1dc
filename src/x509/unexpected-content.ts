import type { HresultName } from '../hresult';
import { Refusal } from '../refusal';
import { type ContentKind, contentKind } from './content-kind';
import { EncodingError } from './der/read-der';

/** The description of each kind of content. */
const WORDS: Readonly<Record<ContentKind, string>> = {
  certificate: 'a certificate (X.509)',
  request: 'a certificate request (PKCS #10)',
  pkcs7: 'certificates without a key (PKCS #7)',
  pkcs12: 'personal information exchange (PKCS #12)',
  crl: 'a certificate revocation list',
  'private-key': 'a private key',
  text: 'text',
  unknown: 'nothing that is known',
};

type Wanted = 'certificate' | 'request' | 'pkcs7' | 'pkcs12' | 'crl';

/** A Refusal such as `not-a-certificate`, with the expected kind and the actual content of the file. */
export function unexpectedContent(wanted: Wanted, bytes: Uint8Array, why?: string): Refusal {
  const found = contentKind(bytes);
  const detail =
    found === wanted
      ? `it begins as ${WORDS[wanted]} and cannot be read${why ? `: ${why}` : ''}`
      : `it is not ${WORDS[wanted]} but holds ${bytes.length === 0 ? 'nothing, it is empty' : WORDS[found]}`;
  const hresult: HresultName = 'CRYPT_E_ASN1_BADTAG';
  const remedy = found === wanted ? 'copy or download the file again' : `give a file that holds ${WORDS[wanted]}`;
  return new Refusal({ code: `not-a-${wanted}`, on: 'the file', detail, remedy, hresult });
}

/** The result of the reader; an invalid encoding becomes this Refusal. */
export function readAs<T>(wanted: Wanted, bytes: Uint8Array, reader: () => T | undefined): T {
  try {
    const value = reader();
    if (value !== undefined) return value;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw unexpectedContent(wanted, bytes, error.message);
  }
  throw unexpectedContent(wanted, bytes);
}
