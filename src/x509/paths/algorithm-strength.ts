import type { Certificate } from '../certificate';

/** What is wrong with the key or the signature of a certificate in a path, independent of its validity. */
export type Weakness =
  /** an RSA key below 1024 bits, which Windows does not accept (KB 2661254) */
  | 'key-blocked'
  /** an RSA key below 2048 bits */
  | 'key-short'
  /** a key that is not RSA */
  | 'key-not-rsa'
  /** a key of an algorithm that Windows cannot use in TLS: Ed25519, ML-DSA, … */
  | 'key-not-supported'
  /** MD2 or MD5 */
  | 'hash-broken'
  /** SHA-1 */
  | 'hash-old'
  /** SHA-512, which TLS 1.2 of older versions of Windows lacks */
  | 'hash-new'
  /** RSASSA-PSS */
  | 'probabilistic'
  /** an algorithm that Windows cannot verify */
  | 'signature-not-supported';

/** The weaknesses of a certificate. The signature of a self-signed one does not matter, because trust replaces it. */
export function weaknessesOf({
  keyAlgorithm,
  keyBits,
  signatureAlgorithm,
  selfSigned,
}: Certificate): readonly Weakness[] {
  return [...keyWeakness(keyAlgorithm, keyBits), ...(selfSigned ? [] : hashWeakness(signatureAlgorithm))];
}

function keyWeakness(algorithm: string, bits: number): readonly Weakness[] {
  // Microsoft, "TLS Elliptic Curves" and "CNG Algorithm Identifiers"
  if (algorithm !== 'RSA') return [['EC', 'DSA'].includes(algorithm) ? 'key-not-rsa' : 'key-not-supported'];
  if (bits < 1024) return ['key-blocked'];
  return bits < 2048 ? ['key-short'] : [];
}

function hashWeakness(algorithm: string): readonly Weakness[] {
  if (/^md\d/.test(algorithm)) return ['hash-broken'];
  if (/^sha1/.test(algorithm)) return ['hash-old'];
  if (/^sha512/.test(algorithm)) return ['hash-new'];
  if (algorithm === 'RSASSA-PSS') return ['probabilistic'];
  return /(?:RSA|DSA)$/.test(algorithm) ? [] : ['signature-not-supported'];
}
