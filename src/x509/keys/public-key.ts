import { createPublicKey, hash, type KeyObject, type PublicKeyInput } from 'node:crypto';
import { byteMemo } from '../der/byte-memo';
import { encodingError } from '../der/encoding-error';
import { OID } from '../der/object-identifiers';
import { type Element, Fields, readElement, TAG } from '../der/read-der';
import { readBits, readInteger, readOid } from '../der/read-values';
import { postQuantumName } from './post-quantum';

/** The content of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
export interface PublicKey {
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  /** SHA-1 of the subjectPublicKey, lower-case hex (RFC 5280 §4.2.1.2, method 1) */
  readonly publicKeyId: string;
  readonly bits: number;
}

/** The algorithms that are neither RSA nor on a named curve, by object identifier (RFC 8410). */
const OTHER_ALGORITHMS: Readonly<Record<string, readonly [name: string, bits: number]>> = {
  '1.3.101.112': ['Ed25519', 256],
  '1.3.101.113': ['Ed448', 456],
  '1.3.101.110': ['X25519', 256],
  '1.3.101.111': ['X448', 448],
};

const DSA = '1.2.840.10040.4.1';

/** Named curves with the bit length of their field (RFC 5480 §2.1.1.1, RFC 5639). */
const CURVES: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.1': 192,
  '1.3.132.0.33': 224,
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.10': 256,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
  '1.3.36.3.3.2.8.1.1.7': 256,
  '1.3.36.3.3.2.8.1.1.11': 384,
  '1.3.36.3.3.2.8.1.1.13': 512,
};

/** Reads the algorithm, the size and the identifier of a public key. */
export function readPublicKey(der: Uint8Array): PublicKey {
  return descriptions(der, () => {
    const { key, ...parts } = partsOf(der);
    const [keyAlgorithm, keyBits] = algorithmOf(parts, key);
    return { keyAlgorithm, keyBits, bits: keyBits, publicKeyId: hash('sha1', key) };
  });
}

/**
 * A request and its certificates share one key. The memo keeps its object, with the data that OpenSSL prepares for
 * verification.
 */
const descriptions = byteMemo<PublicKey>();
const objects = byteMemo<KeyObject>();

/** The public key for node:crypto; undefined if node:crypto does not support it. */
export function publicKeyObject(der: Uint8Array): KeyObject | undefined {
  try {
    return objects(der, () => createPublicKey(sourceOf(der)));
  } catch {
    return undefined;
  }
}

/** To read PKCS #1 is ten times faster than to read SubjectPublicKeyInfo. */
function sourceOf(der: Uint8Array): PublicKeyInput {
  const { algorithm, key } = partsOf(der);
  if (algorithm === OID.rsaEncryption) return { key: Buffer.from(key), format: 'der', type: 'pkcs1' };
  return { key: Buffer.from(der), format: 'der', type: 'spki' };
}

interface Parts {
  readonly algorithm: string;
  /** the identifier of the curve */
  readonly curve: string | undefined;
  /** the parameters of DSA (RFC 3279 §2.3.2) */
  readonly group: Element | undefined;
  readonly key: Uint8Array;
}

function partsOf(der: Uint8Array): Parts {
  const fields = new Fields(readElement(der));
  const algorithm = new Fields(fields.take(TAG.sequence));
  const dotted = readOid(algorithm.take(TAG.oid));
  const named = algorithm.optional(TAG.oid);
  // specifiedCurve, which certificates must not use (RFC 5480 §2.1.1)
  if (dotted === OID.ecPublicKey && !named) throw encodingError('encoding.explicit-curve');
  const group = algorithm.optional(TAG.sequence);
  return { algorithm: dotted, curve: named && readOid(named), group, key: readBits(fields.take(TAG.bitString)) };
}

function algorithmOf({ algorithm, curve, group }: Omit<Parts, 'key'>, key: Uint8Array): readonly [string, number] {
  if (algorithm === OID.rsaEncryption || algorithm === OID.rsassaPss) return ['RSA', modulusBits(key)];
  // a point has one byte for its form and two coordinates, or one coordinate if it is compressed (RFC 5480 §2.2)
  if (algorithm === OID.ecPublicKey) {
    const width = key[0] === 4 ? (key.length - 1) / 2 : key.length - 1;
    return ['EC', CURVES[curve ?? ''] ?? width * 8];
  }
  if (algorithm === DSA) return ['DSA', group ? firstIntegerBits(group) : 0];
  const postQuantum = postQuantumName(algorithm);
  if (postQuantum !== undefined) return [postQuantum, key.length * 8];
  return OTHER_ALGORITHMS[algorithm] ?? [algorithm, 0];
}

/** The size of an RSA key. */
function modulusBits(key: Uint8Array): number {
  return firstIntegerBits(readElement(key));
}

function firstIntegerBits(numbers: Element): number {
  const modulus = readInteger(new Fields(numbers).take(TAG.integer));
  const first = Number.parseInt(modulus.slice(0, 2), 16);
  if (Number.isNaN(first)) throw encodingError('encoding.empty-modulus');
  return (modulus.length / 2) * 8 - Math.clz32(first) + 24;
}
