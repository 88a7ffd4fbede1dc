import { createCipheriv, createDecipheriv } from 'node:crypto';
import { EncodingError, encodingError } from '../der/encoding-error';
import { DIGESTS, OID } from '../der/object-identifiers';
import { type Element, Fields, readElement, TAG } from '../der/read-der';
import { readNumber, readOctets, readOid } from '../der/read-values';
import { integer, nullValue, octetString, oid, type Structure, sequence } from '../der/write-der';
import { THE_FILE, x509Refusal } from '../x509-refusals';
import { type Derivation, type Password, PURPOSE, pbkdf2Key, pkcs12Key } from './pkcs12-password';
import { decryptRc2, encryptRc2 } from './rc2';
import { UNLIMITED, type WorkBudget } from './work-budget';

/** Password-based encryption: the schemes of RFC 7292 Appendix C, and PBES2 of RFC 8018 §6.2. */
export type Profile = 'TripleDES-SHA1' | 'AES256-SHA256';

/** The encryption of one part. RC2 with 40 bits is what older versions of Windows use for certificates. */
export type Scheme = Profile | 'RC2-40-SHA1';

export interface Encryption {
  readonly scheme: Scheme;
  readonly password: Password;
  readonly salt: (length: number, purpose: string) => Uint8Array;
  /** the purpose, which is passed to `salt` */
  readonly purpose: string;
}

/** Windows derives keys in 2000 iterations. */
export const ITERATIONS = 2000;

/** Encrypts the bytes. Returns them with the AlgorithmIdentifier. */
export function encrypt(bytes: Uint8Array, encryption: Encryption): { algorithm: Structure; encrypted: Uint8Array } {
  switch (encryption.scheme) {
    case 'AES256-SHA256':
      return encryptAes(bytes, encryption);
    case 'TripleDES-SHA1':
      return encryptPbes1(encryption, OID.pbeWithSha1And3KeyTripleDes, (key, iv) =>
        encipher('des-ede3-cbc', key, iv, bytes),
      );
    case 'RC2-40-SHA1':
      return encryptPbes1(encryption, OID.pbeWithSha1And40BitRc2, (key, iv) => encryptRc2(key, iv, bytes));
  }
}

/**
 * Decrypts the bytes with the first form of the password that gives a SEQUENCE; undefined if none does. Refusal:
 * `unsupported`.
 */
export function decrypt(
  { algorithm, encrypted }: { readonly algorithm: Element; readonly encrypted: Uint8Array },
  forms: readonly Password[],
  budget: WorkBudget,
): Uint8Array | undefined {
  const fields = new Fields(algorithm);
  const scheme = readOid(fields.take(TAG.oid));
  const parameters = fields.take(TAG.sequence);
  const open = scheme === OID.pbes2 ? pbes2(parameters, budget) : pbes1(scheme, parameters, budget);
  for (const form of forms) {
    const bytes = attempt(() => open(form, encrypted));
    if (bytes && isSequence(bytes)) return bytes;
  }
  return undefined;
}

/** PBKDF2-params (RFC 8018 A.2); `length` is the key length if they do not contain one. */
export function readPbkdf2(parameters: Element, length: number, budget: WorkBudget): Derivation {
  const fields = new Fields(parameters);
  const salt = readOctets(fields.take(TAG.octetString));
  const iterations = readNumber(fields.take(TAG.integer));
  const stated = fields.optional(TAG.integer);
  const function_ = fields.optional(TAG.sequence);
  const id = function_ ? readOid(new Fields(function_).take(TAG.oid)) : `${HMACS}.7`;
  const hash = HMAC_DIGESTS[id];
  if (!hash) throw x509Refusal('unsupported.derivation', THE_FILE, { algorithm: id });
  if (stated && readNumber(stated) !== length) throw encodingError('encoding.cipher-key');
  return { hash, salt, iterations, length, budget };
}

type Opener = (password: Password, encrypted: Uint8Array) => Uint8Array;

const HMACS = '1.2.840.113549.2';
const HMAC_DIGESTS: Readonly<Record<string, string>> = {
  [`${HMACS}.7`]: 'sha1',
  [`${HMACS}.8`]: 'sha224',
  [`${HMACS}.9`]: 'sha256',
  [`${HMACS}.10`]: 'sha384',
  [`${HMACS}.11`]: 'sha512',
};
const AES256 = '2.16.840.1.101.3.4.1.42';
const CIPHERS: Readonly<Record<string, readonly [name: string, keyLength: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  [AES256]: ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};
/** pbeWithSHAAnd…-CBC of RFC 7292 Appendix C, without RC4. */
const PKCS12_CIPHERS: Readonly<Record<string, readonly [name: string, keyLength: number]>> = {
  [OID.pbeWithSha1And3KeyTripleDes]: ['des-ede3-cbc', 24],
  '1.2.840.113549.1.12.1.4': ['des-ede-cbc', 16],
  '1.2.840.113549.1.12.1.5': ['rc2-cbc', 16],
  [OID.pbeWithSha1And40BitRc2]: ['rc2-cbc', 5],
};

function pbes1(scheme: string, parameters: Element, budget: WorkBudget): Opener {
  const [name, length] = PKCS12_CIPHERS[scheme] ?? [];
  if (name === undefined || length === undefined)
    throw x509Refusal('unsupported.encryption', THE_FILE, { algorithm: scheme });
  const fields = new Fields(parameters);
  const salt = readOctets(fields.take(TAG.octetString));
  const shared = { hash: 'sha1', salt, iterations: readNumber(fields.take(TAG.integer)), budget };
  return (password, encrypted) => {
    const key = pkcs12Key(password, PURPOSE.key, { ...shared, length });
    const iv = pkcs12Key(password, PURPOSE.iv, { ...shared, length: 8 });
    return name === 'rc2-cbc' ? decryptRc2(key, iv, encrypted) : decipher(name, key, iv, encrypted);
  };
}

function pbes2(parameters: Element, budget: WorkBudget): Opener {
  const fields = new Fields(parameters);
  const derivation = new Fields(fields.take(TAG.sequence));
  const scheme = new Fields(fields.take(TAG.sequence));
  const cipher = readOid(scheme.take(TAG.oid));
  const [name, length] = CIPHERS[cipher] ?? [];
  const kdf = readOid(derivation.take(TAG.oid));
  if (name === undefined || length === undefined || kdf !== OID.pbkdf2) {
    throw x509Refusal('unsupported.encryption-scheme', THE_FILE, { cipher, derivation: kdf });
  }
  const iv = readOctets(scheme.take(TAG.octetString));
  const derived = readPbkdf2(derivation.take(TAG.sequence), length, budget);
  return (password, encrypted) => decipher(name, pbkdf2Key(password, derived), iv, encrypted);
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const opener = createDecipheriv(name, key, iv);
  return new Uint8Array(Buffer.concat([opener.update(encrypted), opener.final()]));
}

function encryptPbes1(
  { password, salt, purpose }: Encryption,
  scheme: string,
  cipher: (key: Uint8Array, iv: Uint8Array) => Uint8Array,
) {
  const [, length = 0] = PKCS12_CIPHERS[scheme] ?? [];
  const derivation = { hash: 'sha1', salt: salt(8, `${purpose} salt`), iterations: ITERATIONS, budget: UNLIMITED };
  const key = pkcs12Key(password, PURPOSE.key, { ...derivation, length });
  const iv = pkcs12Key(password, PURPOSE.iv, { ...derivation, length: 8 });
  const algorithm = sequence(oid(scheme), sequence(octetString(derivation.salt), integer(ITERATIONS)));
  return { algorithm, encrypted: cipher(key, iv) };
}

function encryptAes(bytes: Uint8Array, { password, salt, purpose }: Encryption) {
  const stated = { hash: 'sha256', salt: salt(16, `${purpose} salt`), iterations: ITERATIONS, length: 32 };
  const derivation = { ...stated, budget: UNLIMITED };
  const iv = salt(16, `${purpose} initialization vector`);
  const prf = sequence(oid(`${HMACS}.9`), nullValue());
  const kdf = sequence(oid(OID.pbkdf2), sequence(octetString(derivation.salt), integer(ITERATIONS), integer(32), prf));
  const algorithm = sequence(oid(OID.pbes2), sequence(kdf, sequence(oid(AES256), octetString(iv))));
  return { algorithm, encrypted: encipher('aes-256-cbc', pbkdf2Key(password, derivation), iv, bytes) };
}

function encipher(name: string, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv(name, key, iv);
  return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final()]));
}

/** A wrong key gives wrong padding, which node:crypto reports as an error. */
function attempt(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof EncodingError || (error instanceof Error && 'code' in error && isCryptoError(error.code))) {
      return undefined;
    }
    throw error;
  }
}

function isCryptoError(code: unknown): boolean {
  return typeof code === 'string' && /^ERR_(OSSL|CRYPTO)_/.test(code);
}

function isSequence(bytes: Uint8Array): boolean {
  try {
    return readElement(bytes).tag === TAG.sequence;
  } catch {
    return false;
  }
}

/** The digest algorithm as an AlgorithmIdentifier. */
export function digestAlgorithm(name: string): Structure {
  return sequence(oid(DIGESTS[name] ?? ''), nullValue());
}
