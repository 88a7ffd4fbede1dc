import { type Certificate, certificateFrom } from './certificate';
import { firstOfKind } from './content-kind';
import { armor } from './der/armor';
import { OID } from './der/object-identifiers';
import { contextTag, type Element, elementsOf, Fields, onlyElement, readElement, TAG } from './der/read-der';
import { readOid } from './der/read-values';
import { encodedStructure, integer, oid, sequence, set, tagged, toDer } from './der/write-der';
import { readAs } from './unexpected-content';
import { THE_FILE, x509Refusal } from './x509-refusals';

/** A degenerate SignedData that contains only certificates (RFC 2315 §9.1), in the given order. */
export function writePkcs7(certificates: readonly Certificate[]): Uint8Array {
  const signedData = sequence(
    integer(1),
    set(),
    sequence(oid(OID.data)),
    tagged(0, ...certificates.map(({ der }) => encodedStructure(der))),
    set(),
  );
  return toDer(sequence(oid(OID.signedData), tagged(0, signedData)));
}

/** PEM of a PKCS #7; certsrv uses the label CERTIFICATE. */
export function pkcs7Pem(der: Uint8Array, label: 'PKCS7' | 'CERTIFICATE' = 'PKCS7'): string {
  return armor(label, der);
}

/**
 * The certificates of a PKCS #7 or CMS SignedData, in file order: DER, or PEM with any label. Refusals: `not-a-pkcs7`
 * (CRYPT_E_ASN1_BADTAG), `empty-pkcs7`.
 */
export function readPkcs7(bytes: Uint8Array): readonly Certificate[] {
  const found = readAs('pkcs7', bytes, () => {
    const der = firstOfKind(bytes, 'pkcs7');
    return der && readSignedData(der);
  });
  if (found.length > 0) return found;
  throw x509Refusal('empty-pkcs7', THE_FILE);
}

function readSignedData(der: Uint8Array): readonly Certificate[] {
  const info = new Fields(readElement(der));
  readOid(info.take(TAG.oid));
  return certificatesIn(onlyElement(info.take(contextTag(0))));
}

function certificatesIn(signedData: Element): readonly Certificate[] {
  const fields = new Fields(signedData);
  fields.take(TAG.integer);
  fields.take(TAG.set);
  fields.take(TAG.sequence);
  const certificates = fields.optional(contextTag(0));
  const plain = certificates ? elementsOf(certificates).filter(({ tag }) => tag === TAG.sequence) : [];
  return plain.map(({ der }) => certificateFrom(der));
}
