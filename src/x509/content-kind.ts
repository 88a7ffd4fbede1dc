import { asText, decodeArmor } from './der/armor';
import { byteMemo } from './der/byte-memo';
import { OID } from './der/object-identifiers';
import { contextTag, type Element, leadingElements, TAG } from './der/read-der';
import { readOid } from './der/read-values';

export type ContentKind = 'certificate' | 'request' | 'pkcs7' | 'pkcs12' | 'crl' | 'private-key' | 'text' | 'unknown';

/**
 * Detects what a file contains from its content, never from its name or its PEM label. If a text contains several
 * items, the first one counts. A truncated file counts as what its beginning shows.
 */
export function contentKind(bytes: Uint8Array): ContentKind {
  return kinds(bytes, () => kindByContent(bytes));
}

const kinds = byteMemo<ContentKind>();

function kindByContent(bytes: Uint8Array): ContentKind {
  for (const { label, der } of decodeArmor(bytes)) {
    const kind = kindOf(der);
    if (kind !== 'unknown') return kind;
    if (label?.endsWith('PRIVATE KEY')) return 'private-key';
  }
  return asText(bytes)?.trim() ? 'text' : 'unknown';
}

/** One structure in a file. */
export interface ContentItem {
  readonly kind: ContentKind;
  readonly der: Uint8Array;
}

/**
 * All structures in the bytes, in file order: the PEM blocks of a text, or the values of a binary file. Throws no error;
 * what is none of the known structures has the kind `unknown`.
 *
 * @param most the number of items after which the rest is left out
 */
export function contentItems(bytes: Uint8Array, most: number): readonly ContentItem[] {
  return decodeArmor(bytes)
    .slice(0, most)
    .flatMap(({ label, der }): ContentItem[] => {
      const values = label === undefined ? leadingElements(der, most).map((value) => value.der) : [der];
      const kinds = values.map((value) => ({ kind: kindOf(value), der: value }));
      const [first] = kinds;
      // the trailing values of a binary file are other things, except after a certificate
      if (first?.kind === 'certificate') return kinds.filter(({ kind }) => kind === 'certificate');
      return first?.kind === 'unknown' && label?.endsWith('PRIVATE KEY')
        ? [{ ...first, kind: 'private-key' }]
        : kinds.slice(0, 1);
    });
}

/** The first item of this kind in the bytes, without PEM. */
export function firstOfKind(bytes: Uint8Array, kind: ContentKind): Uint8Array | undefined {
  return decodeArmor(bytes).find(({ der }) => kindOf(der) === kind)?.der;
}

function kindOf(der: Uint8Array): ContentKind {
  const [whole] = leadingElements(der, 1);
  if (whole?.tag !== TAG.sequence || !whole.constructed) return 'unknown';
  const [first, second, third] = leadingElements(whole.content, 3);
  if (first?.tag === TAG.oid) return oidOf(first) === OID.signedData ? 'pkcs7' : 'unknown';
  if (first?.tag === TAG.integer) return versionedKind(first, second, third);
  if (first?.tag !== TAG.sequence) return 'unknown';
  // EncryptedPrivateKeyInfo (RFC 5958 §3): an algorithm and an OCTET STRING
  if (second?.tag === TAG.octetString && oidIn(first) !== undefined) return 'private-key';
  return signedKind(first);
}

/**
 * Structures that begin with a version: PFX (RFC 7292 §4) and private keys (RFC 5958 §2, RFC 8017 A.1.2, RFC 5915 §3).
 */
function versionedKind(version: Element, second: Element | undefined, third: Element | undefined): ContentKind {
  const number = version.content.length === 1 ? version.content[0] : undefined;
  const content = second?.tag === TAG.sequence ? oidIn(second) : undefined;
  if (number === 3) return content === OID.data || content === OID.signedData ? 'pkcs12' : 'unknown';
  if (number !== 0 && number !== 1) return 'unknown';
  if (second?.tag === TAG.integer || (second?.tag === TAG.octetString && number === 1)) return 'private-key';
  return content !== undefined && third?.tag === TAG.octetString ? 'private-key' : 'unknown';
}

/**
 * Distinguishes certificates (RFC 5280 §4.1), CRLs (§5.1) and requests (RFC 2986 §4) by the first fields of the signed
 * part.
 */
function signedKind(toBeSigned: Element): ContentKind {
  const [first, second, third, fourth] = leadingElements(toBeSigned.content, 4);
  if (first?.tag === contextTag(0) && second?.tag === TAG.integer) return 'certificate';
  if (first?.tag === TAG.sequence && oidIn(first) !== undefined) return isTime(third) ? 'crl' : 'unknown';
  if (first?.tag !== TAG.integer || second?.tag !== TAG.sequence) return 'unknown';
  // in a request, the subject follows; in the others, an algorithm
  if (oidIn(second) === undefined) return third?.tag === TAG.sequence && holdsAlgorithm(third) ? 'request' : 'unknown';
  if (isTime(fourth)) return 'crl';
  return fourth?.tag === TAG.sequence ? 'certificate' : 'unknown';
}

function isTime(element: Element | undefined): boolean {
  return element?.tag === TAG.utcTime || element?.tag === TAG.generalizedTime;
}

function holdsAlgorithm(element: Element): boolean {
  const [inner] = leadingElements(element.content, 1);
  return inner?.tag === TAG.sequence && oidIn(inner) !== undefined;
}

function oidIn(element: Element): string | undefined {
  const [first] = leadingElements(element.content, 1);
  return first?.tag === TAG.oid ? oidOf(first) : undefined;
}

function oidOf(element: Element): string {
  try {
    return readOid(element);
  } catch {
    return '';
  }
}
