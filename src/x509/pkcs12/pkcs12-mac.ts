import { createHmac, timingSafeEqual } from 'node:crypto';
import { encodingError } from '../der/encoding-error';
import { DIGESTS, nameOf, OID } from '../der/object-identifiers';
import { type Element, Fields, TAG } from '../der/read-der';
import { readNumber, readOctets, readOid } from '../der/read-values';
import { integer, octetString, type Structure, sequence } from '../der/write-der';
import { THE_FILE, x509Refusal } from '../x509-refusals';
import { digestAlgorithm, type Encryption, ITERATIONS, readPbkdf2 } from './password-encryption';
import { type Derivation, digestLength, type Password, PURPOSE, pbkdf2Key, pkcs12Key } from './pkcs12-password';
import { UNLIMITED, type WorkBudget } from './work-budget';

/** The MAC of a PKCS #12 file (RFC 7292 §4, MacData). It shows whether the password is correct. */
export function macStructure(content: Uint8Array, { scheme, password, salt, purpose }: Encryption): Structure {
  const [hash, length] = scheme === 'AES256-SHA256' ? (['sha256', 32] as const) : (['sha1', 20] as const);
  const derivation = { hash, salt: salt(20, `${purpose} salt`), iterations: ITERATIONS, length, budget: UNLIMITED };
  const mac = createHmac(hash, pkcs12Key(password, PURPOSE.mac, derivation))
    .update(content)
    .digest();
  const digest = sequence(digestAlgorithm(hash), octetString(mac));
  return sequence(digest, octetString(derivation.salt), integer(ITERATIONS));
}

/** The form of the password with which the MAC is valid. Refusal: `unsupported`. */
export function formByMac(
  macData: Element,
  content: Uint8Array,
  forms: readonly Password[],
  budget: WorkBudget,
): Password | undefined {
  const fields = new Fields(macData);
  const digest = new Fields(fields.take(TAG.sequence));
  const algorithm = new Fields(digest.take(TAG.sequence));
  const id = readOid(algorithm.take(TAG.oid));
  const expected = readOctets(digest.take(TAG.octetString));
  const salt = readOctets(fields.take(TAG.octetString));
  const steps = fields.optional(TAG.integer);
  const iterations = steps ? readNumber(steps) : 1;
  const isPbmac1 = id === OID.pbmac1;
  const mac = isPbmac1 ? pbmac1(algorithm.take(TAG.sequence), budget) : pkcs12Mac(id, { salt, iterations, budget });
  // forms that differ only in what this MAC does not use give the same key
  const used = (form: Password) => (isPbmac1 ? form.narrow : form.wide);
  return forms
    .filter((form, index) => forms.findIndex((other) => isEqual(used(other), used(form))) === index)
    .find((form) => isEqual(mac(form, content), expected));
}

/** The digest algorithm of the MAC; `sha1` in the old profile. */
export function macDigest(macData: Element): string {
  const digest = new Fields(new Fields(macData).take(TAG.sequence));
  const id = readOid(new Fields(digest.take(TAG.sequence)).take(TAG.oid));
  return nameOf(DIGESTS, id) ?? id;
}

type Mac = (password: Password, content: Uint8Array) => Uint8Array;

function pkcs12Mac(id: string, stated: Pick<Derivation, 'salt' | 'iterations' | 'budget'>): Mac {
  const hash = nameOf(DIGESTS, id);
  if (hash === undefined) throw x509Refusal('unsupported.mac', THE_FILE, { algorithm: id });
  return (password, content) =>
    createHmac(hash, pkcs12Key(password, PURPOSE.mac, { ...stated, hash, length: digestLength(hash) }))
      .update(content)
      .digest();
}

/** PBMAC1 (RFC 9579). PBKDF2 gives the MAC key, so its parameters must contain the key length. */
function pbmac1(parameters: Element, budget: WorkBudget): Mac {
  const fields = new Fields(parameters);
  const derivation = new Fields(fields.take(TAG.sequence));
  const scheme = readOid(new Fields(fields.take(TAG.sequence)).take(TAG.oid));
  const hash = HMAC_NAMES[scheme];
  const kdf = readOid(derivation.take(TAG.oid));
  if (hash === undefined || kdf !== OID.pbkdf2)
    throw x509Refusal('unsupported.mac-scheme', THE_FILE, { scheme, derivation: kdf });
  const kdfParameters = derivation.take(TAG.sequence);
  const stated = new Fields(kdfParameters);
  stated.take(TAG.octetString);
  stated.take(TAG.integer);
  const length = readNumber(stated.take(TAG.integer));
  if (length < 1 || length > 1024) throw encodingError('encoding.mac-key');
  const derived = readPbkdf2(kdfParameters, length, budget);
  return (password, content) => createHmac(hash, pbkdf2Key(password, derived)).update(content).digest();
}

const HMAC_NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
