import { asText, unarmored } from './armor';
import { OID } from './object-identifiers';
import { type Element, EncodingError, elementsOf, readElement, TAG } from './read-der';
import { readOid } from './read-values';

export type ContentKind = 'certificate' | 'request' | 'pkcs7' | 'pkcs12' | 'crl' | 'private-key' | 'text' | 'unknown';

/** What a file holds, told by its content and never by its name or by the label of its PEM. */
export function contentKind(bytes: Uint8Array): ContentKind {
  for (const { label, der } of unarmored(bytes)) {
    const kind = kindOf(der);
    if (kind !== 'unknown') return kind;
    if (label?.endsWith('PRIVATE KEY')) return 'private-key';
  }
  return asText(bytes) === undefined ? 'unknown' : 'text';
}

function kindOf(der: Uint8Array): ContentKind {
  try {
    const [first, second, third, ...rest] = elementsOf(readElement(der));
    if (!first) return 'unknown';
    if (first.tag === TAG.oid) return readOid(first) === OID.signedData ? 'pkcs7' : 'unknown';
    if (first.tag === TAG.integer) return afterVersion(second, third);
    const isSigned =
      first.tag === TAG.sequence && second?.tag === TAG.sequence && third?.tag === TAG.bitString && rest.length === 0;
    return isSigned ? signedKind(elementsOf(first)) : 'unknown';
  } catch (error) {
    if (error instanceof EncodingError) return 'unknown';
    throw error;
  }
}

/** PFX has a ContentInfo after its version, PKCS #8 an algorithm and an octet string, PKCS #1 integers. */
function afterVersion(second: Element | undefined, third: Element | undefined): ContentKind {
  if (second?.tag === TAG.integer || second?.tag === TAG.octetString) return 'private-key';
  if (second?.tag !== TAG.sequence) return 'unknown';
  return third?.tag === TAG.octetString ? 'private-key' : 'pkcs12';
}

/** What is to be signed tells a certificate (serial number, algorithm, issuer), a request and a CRL apart. */
function signedKind(fields: readonly Element[]): ContentKind {
  const [first, second, third, fourth] = fields;
  if (first?.tag === 0x80) return 'certificate';
  const isVersion = first?.tag === TAG.integer && first.content.length === 1;
  if (isVersion && second?.tag === TAG.sequence && third?.tag === TAG.sequence && fourth?.tag !== TAG.sequence) {
    return fourth?.tag === 0x80 || fourth === undefined ? 'request' : 'crl';
  }
  if (first?.tag === TAG.sequence && second?.tag === TAG.sequence) return 'crl';
  return first?.tag === TAG.integer ? 'certificate' : 'unknown';
}
