import { constants, hash as digest, type KeyObject, sign, verify } from 'node:crypto';
import { memo } from '../../memo';
import { encodingError } from '../der/encoding-error';
import { DIGESTS, nameOf, OID } from '../der/object-identifiers';
import { contextTag, type Element, Fields, onlyElement, readElement, TAG } from '../der/read-der';
import { readNumber, readOid } from '../der/read-values';
import { integer, nullValue, oid, type Structure, sequence, tagged } from '../der/write-der';
import { POST_QUANTUM_SIGNATURES } from './post-quantum';
import { pssSignature } from './pss';

/** Signature algorithms (RFC 3279, 4055, 5758, 8410), under the names that Windows shows. */
export type Hash = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

interface Algorithm {
  readonly name: string;
  /** the type of the key in node:crypto; post-quantum algorithms have it in lower case */
  readonly key: string;
  readonly hash: string | null;
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  '1.2.840.113549.1.1.2': { name: 'md2RSA', key: 'rsa', hash: 'md2' },
  '1.2.840.113549.1.1.4': { name: 'md5RSA', key: 'rsa', hash: 'md5' },
  '1.2.840.113549.1.1.5': { name: 'sha1RSA', key: 'rsa', hash: 'sha1' },
  '1.3.14.3.2.29': { name: 'sha1RSA', key: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { name: 'sha224RSA', key: 'rsa', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { name: 'sha256RSA', key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'sha384RSA', key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'sha512RSA', key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { name: 'sha1ECDSA', key: 'ec', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { name: 'sha224ECDSA', key: 'ec', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { name: 'sha256ECDSA', key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'sha384ECDSA', key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'sha512ECDSA', key: 'ec', hash: 'sha512' },
  '1.2.840.10040.4.3': { name: 'sha1DSA', key: 'dsa', hash: 'sha1' },
  '2.16.840.1.101.3.4.3.2': { name: 'sha256DSA', key: 'dsa', hash: 'sha256' },
  '1.3.101.112': { name: 'Ed25519', key: 'ed25519', hash: null },
  '1.3.101.113': { name: 'Ed448', key: 'ed448', hash: null },
  [OID.rsassaPss]: { name: 'RSASSA-PSS', key: 'rsa-pss', hash: null },
  ...Object.fromEntries(
    Object.entries(POST_QUANTUM_SIGNATURES).map(([dotted, name]) => [
      dotted,
      { name, key: name.toLowerCase(), hash: null },
    ]),
  ),
};

const IDENTIFIED = Object.entries(ALGORITHMS);
const SALT_LENGTH: Readonly<Record<Hash, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 };
const PSS = constants.RSA_PKCS1_PSS_PADDING;

/** How to sign: the hash, and for RSA whether to use RSASSA-PSS. */
export interface SigningMethod {
  readonly hash: Hash;
  readonly probabilistic: boolean;
}

/** Signs the bytes. */
export function signBytes(bytes: Uint8Array, key: KeyObject, { hash, probabilistic }: SigningMethod): Uint8Array {
  return probabilistic ? pssSignature(bytes, key, hash) : pkcs1Signature(bytes, key, hash);
}

/**
 * PKCS #1 v1.5 gives the same signature for the same bytes, so a memo stores signatures. Scenarios with the same
 * beginning repeat them. ECDSA signatures differ each time and are not stored.
 */
function pkcs1Signature(bytes: Uint8Array, key: KeyObject, hash: Hash): Uint8Array {
  if (key.asymmetricKeyType !== 'rsa') return new Uint8Array(sign(hash, bytes, key));
  const name = `${hash} ${digest('sha256', bytes)}`;
  return signatures(key, name, () => new Uint8Array(sign(hash, bytes, key)));
}

const signatures = memo<Uint8Array>();

/** The AlgorithmIdentifier of the signature, and the name that Windows shows. */
export function signatureAlgorithm(
  key: KeyObject,
  { hash, probabilistic }: SigningMethod,
): { identifier: Structure; name: string } {
  if (probabilistic) return { identifier: sequence(oid(OID.rsassaPss), pssParameters(hash)), name: 'RSASSA-PSS' };
  const type = key.asymmetricKeyType;
  const [dotted, known] = IDENTIFIED.find(([, algorithm]) => algorithm.key === type && algorithm.hash === hash) ?? [];
  if (!dotted || !known) throw new Error(`no signature algorithm for a key of type ${type} with ${hash}`);
  // RSA has a NULL parameter (RFC 4055 §5), ECDSA has none (RFC 5758 §3.2)
  const identifier = type === 'rsa' ? sequence(oid(dotted), nullValue()) : sequence(oid(dotted));
  return { identifier, name: known.name };
}

/** The name that Windows shows (`sha256RSA`), or the dotted identifier of an unknown algorithm. */
export function signatureAlgorithmName(algorithm: Element): string {
  const dotted = readOid(new Fields(algorithm).take(TAG.oid));
  return ALGORITHMS[dotted]?.name ?? dotted;
}

/** Whether a key made a signature; `unsupported` where its algorithm cannot be computed here. */
export type SignatureStatus = 'valid' | 'invalid' | 'unsupported';

/** Whether the key signed the bytes. */
export function signatureStatus(
  { algorithm, signature }: { algorithm: Uint8Array; signature: Uint8Array },
  bytes: Uint8Array,
  key: KeyObject,
): SignatureStatus {
  try {
    const fields = new Fields(readElement(algorithm));
    const known = ALGORITHMS[readOid(fields.take(TAG.oid))];
    if (!known) return 'unsupported';
    if (known.key === 'rsa-pss') return pssStatus(fields.optional(TAG.sequence), signature, bytes, key);
    return statusOf(known.key === key.asymmetricKeyType && verify(known.hash, bytes, key, signature));
  } catch (error) {
    return isUnsupported(error) ? 'unsupported' : 'invalid';
  }
}

function statusOf(isValid: boolean): SignatureStatus {
  return isValid ? 'valid' : 'invalid';
}

/** An error of node:crypto about a digest that its OpenSSL does not have, such as MD2. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /UNSUPPORTED|INVALID_DIGEST/.test(String(error.code));
}

/** RSASSA-PSS-params with the same hash for the mask generation (RFC 4055 §3.1). */
function pssParameters(hash: Hash): Structure {
  const digest = sequence(oid(DIGESTS[hash] ?? ''), nullValue());
  const mask = sequence(oid(OID.mgf1), digest);
  return sequence(tagged(0, digest), tagged(1, mask), tagged(2, integer(SALT_LENGTH[hash])));
}

function pssStatus(
  parameters: Element | undefined,
  signature: Uint8Array,
  bytes: Uint8Array,
  key: KeyObject,
): SignatureStatus {
  if (!parameters || !key.asymmetricKeyType?.startsWith('rsa')) return 'invalid';
  const fields = new Fields(parameters);
  const digest = fields.optional(contextTag(0));
  const mask = fields.optional(contextTag(1));
  const salt = fields.optional(contextTag(2));
  const hash = digest ? digestIn(onlyElement(digest)) : 'sha1';
  const masked = mask ? digestIn(digestOfMask(onlyElement(mask))) : 'sha1';
  if (hash === undefined || masked !== hash) return 'unsupported';
  const saltLength = salt ? readNumber(onlyElement(salt)) : 20;
  return statusOf(verify(hash, bytes, { key, padding: PSS, saltLength }, signature));
}

function digestOfMask(mask: Element): Element {
  const fields = new Fields(mask);
  if (readOid(fields.take(TAG.oid)) !== OID.mgf1) throw encodingError('encoding.not-mgf1');
  return fields.take(TAG.sequence);
}

function digestIn(algorithm: Element): string | undefined {
  return nameOf(DIGESTS, readOid(new Fields(algorithm).take(TAG.oid)));
}
