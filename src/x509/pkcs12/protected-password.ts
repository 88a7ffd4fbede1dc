import { createCipheriv, createHash } from 'node:crypto';
import { firstOfKind } from '../content-kind';
import { EncodingError } from '../der/encoding-error';
import { OID } from '../der/object-identifiers';
import { contextTag, type Element, Fields, onlyElement, readElement, sequenceOf, TAG } from '../der/read-der';
import { readOctets, readOid } from '../der/read-values';
import { octetString, oid, type Structure, sequence, tagged, toDer } from '../der/write-der';

/**
 * The password of a PKCS #12 file, protected for accounts and groups of a domain: a secret bag of Windows with the
 * object identifier 1.3.6.1.4.1.311.17.4 (PFXExportCertStoreEx, PKCS12_PROTECT_TO_DOMAIN_SIDS). In real files a domain
 * controller opens the bag for the members (DPAPI-NG). Here the key comes from the names themselves, so that the file
 * needs no domain controller.
 */
export interface PasswordProtector {
  /** DNS name of the domain */
  readonly domain: string;
  /** names of accounts and groups */
  readonly principals: readonly string[];
}

/** The part of an AuthenticatedSafe with the protected password. */
export function protectedPasswordPart(password: string, protector: PasswordProtector, nonce: Uint8Array): Structure {
  const fields = [protector.domain, ...protector.principals].map((text) => octetString(Buffer.from(text)));
  const secret = sequence(
    sequence(...fields),
    octetString(nonce),
    octetString(crypted(Buffer.from(password), protector, nonce)),
  );
  const bag = sequence(oid(OID.protectedPassword), tagged(0, octetString(toDer(secret))));
  const bags = sequence(sequence(oid(OID.secretBag), tagged(0, bag)));
  return sequence(oid(OID.data), tagged(0, octetString(toDer(bags))));
}

/** The protected password of a file, and for whom it is protected; undefined if the file has none. */
export function protectedPasswordIn(
  bytes: Uint8Array,
): (PasswordProtector & { readonly password: string }) | undefined {
  const der = firstOfKind(bytes, 'pkcs12');
  try {
    return der && partsOf(der).flatMap(secretsIn).map(secretOf)[0];
  } catch (error) {
    if (error instanceof EncodingError) return undefined;
    throw error;
  }
}

function partsOf(der: Uint8Array): readonly Element[] {
  const fields = new Fields(readElement(der));
  fields.take(TAG.integer);
  const info = new Fields(fields.take(TAG.sequence));
  if (readOid(info.take(TAG.oid)) !== OID.data) return [];
  return sequenceOf(readElement(readOctets(onlyElement(info.take(contextTag(0))))));
}

function secretsIn(part: Element): readonly Uint8Array[] {
  const content = new Fields(part);
  if (readOid(content.take(TAG.oid)) !== OID.data) return [];
  return sequenceOf(readElement(readOctets(onlyElement(content.take(contextTag(0)))))).flatMap((bag) => {
    const fields = new Fields(bag);
    if (readOid(fields.take(TAG.oid)) !== OID.secretBag) return [];
    const secret = new Fields(onlyElement(fields.take(contextTag(0))));
    if (readOid(secret.take(TAG.oid)) !== OID.protectedPassword) return [];
    return [readOctets(onlyElement(secret.take(contextTag(0))))];
  });
}

function secretOf(der: Uint8Array): PasswordProtector & { readonly password: string } {
  const fields = new Fields(readElement(der));
  const [domain = '', ...principals] = sequenceOf(fields.take(TAG.sequence)).map((one) => textIn(readOctets(one)));
  const [nonce, encrypted] = [readOctets(fields.take(TAG.octetString)), readOctets(fields.take(TAG.octetString))];
  return { domain, principals, password: textIn(crypted(encrypted, { domain, principals }, nonce)) };
}

/** AES-256 in counter mode encrypts and decrypts in the same way. A nonce of another length is filled up or cut. */
function crypted(bytes: Uint8Array, { domain, principals }: PasswordProtector, nonce: Uint8Array): Uint8Array {
  const key = createHash('sha256')
    .update([domain, ...principals].join('\n'))
    .digest();
  const counter = Uint8Array.from({ length: 16 }, (_, index) => nonce[index] ?? 0);
  return new Uint8Array(createCipheriv('aes-256-ctr', key, counter).update(bytes));
}

function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
