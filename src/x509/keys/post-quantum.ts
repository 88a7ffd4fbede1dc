/**
 * The algorithms of FIPS 203, 204 and 205, by object identifier (RFC 9881, RFC 9909, RFC 9935). They are read and named;
 * a signature is verified if node:crypto supports the algorithm.
 */
const ARC = '2.16.840.1.101.3.4';

const SLH_DSA = [
  ...['SHA2-128s', 'SHA2-128f', 'SHA2-192s', 'SHA2-192f', 'SHA2-256s', 'SHA2-256f'],
  ...['SHAKE-128s', 'SHAKE-128f', 'SHAKE-192s', 'SHAKE-192f', 'SHAKE-256s', 'SHAKE-256f'],
];

/** The signature algorithms; a key and its signatures have the same identifier. */
export const POST_QUANTUM_SIGNATURES: Readonly<Record<string, string>> = {
  [`${ARC}.3.17`]: 'ML-DSA-44',
  [`${ARC}.3.18`]: 'ML-DSA-65',
  [`${ARC}.3.19`]: 'ML-DSA-87',
  ...Object.fromEntries(SLH_DSA.map((name, index) => [`${ARC}.3.${20 + index}`, `SLH-DSA-${name}`])),
};

const KEYS: Readonly<Record<string, string>> = {
  ...POST_QUANTUM_SIGNATURES,
  [`${ARC}.4.1`]: 'ML-KEM-512',
  [`${ARC}.4.2`]: 'ML-KEM-768',
  [`${ARC}.4.3`]: 'ML-KEM-1024',
};

/** The name of a post-quantum algorithm; undefined for any other identifier. */
export function postQuantumName(dotted: string): string | undefined {
  return Object.hasOwn(KEYS, dotted) ? KEYS[dotted] : undefined;
}
