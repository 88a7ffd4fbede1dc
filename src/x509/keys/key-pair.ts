import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeArmor } from '../der/armor';
import { byteMemo } from '../der/byte-memo';
import { x509Fact, x509Refusal } from '../x509-refusals';
import { readPublicKey } from './public-key';

/** An RSA or elliptic-curve key pair as a value: the private key as text, and the identifier of the public key. */
export interface KeyPair {
  readonly kind: 'key-pair';
  readonly bits: number;
  /** SHA-1 of the subjectPublicKey, lower-case hex (RFC 5280 §4.2.1.2, method 1) */
  readonly publicKeyId: string;
  /** PKCS #8 */
  readonly privateKeyPem: string;
}

/** Reads a key pair from the PEM of its private key. Refusal: `not-a-private-key`. */
export function keyPair(pem: string): KeyPair {
  return fromPem(Buffer.from(pem), () => readKeyPair(pem));
}

/** A key pair that is known to exist and whose private key is elsewhere. It can be compared, and it cannot sign. */
export function placeholderKey(bits: number, publicKeyId: string): KeyPair {
  return Object.freeze({ kind: 'key-pair', bits, publicKeyId, privateKeyPem: '' });
}

/** Generates an RSA private key as PKCS #8 PEM. */
export function generatePrivateKey(bits: number): string {
  return pkcs8(generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: 0x10001 }).privateKey);
}

/** The key pair of a PKCS #8 PrivateKeyInfo; undefined if node:crypto does not support it. */
export function keyPairFromDer(der: Uint8Array): KeyPair | undefined {
  try {
    return fromDer(der, () =>
      keyPair(pkcs8(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }))),
    );
  } catch {
    return undefined;
  }
}

/** The PKCS #8 PrivateKeyInfo. */
export function privateKeyDer(pair: KeyPair): Uint8Array {
  const [block] = decodeArmor(Buffer.from(pair.privateKeyPem));
  if (!block) throw new Error('a key pair holds no PEM');
  return block.der;
}

/** The private key for node:crypto. */
export function privateKeyOf(pair: KeyPair): KeyObject {
  return nodeKeys(pair).privateKey;
}

/** The DER of the SubjectPublicKeyInfo. */
export function publicKeyDer(pair: KeyPair): Uint8Array {
  return nodeKeys(pair).publicKeyDer;
}

interface NodeKeys {
  readonly privateKey: KeyObject;
  readonly publicKeyDer: Uint8Array;
}

const SPKI = { type: 'spki', format: 'der' } as const;
const fromPem = byteMemo<KeyPair>();
const fromDer = byteMemo<KeyPair>();
const keys = new WeakMap<KeyPair, NodeKeys>();

function readKeyPair(pem: string): KeyPair {
  const privateKey = read(pem);
  const der = new Uint8Array(createPublicKey(privateKey).export(SPKI));
  const { publicKeyId, bits } = readPublicKey(der);
  const privateKeyPem = pkcs8(privateKey);
  const pair: KeyPair = Object.freeze({ kind: 'key-pair', bits, publicKeyId, privateKeyPem });
  keys.set(pair, { privateKey, publicKeyDer: der });
  return pair;
}

function nodeKeys(pair: KeyPair): NodeKeys {
  const known = keys.get(pair) ?? keys.get(keyPair(pair.privateKeyPem));
  if (!known) throw new Error('a key pair was not read before it is used');
  keys.set(pair, known);
  return known;
}

function pkcs8(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function read(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw x509Refusal('not-a-private-key', x509Fact('x509.the-key'), {
      reason: cause instanceof Error ? cause.message : `${cause}`,
    });
  }
}
