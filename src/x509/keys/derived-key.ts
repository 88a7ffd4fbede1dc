import { checkPrimeSync, createPrivateKey, hash } from 'node:crypto';

const EXPONENT = 0x10001n;

/**
 * An RSA private key as PKCS #8 PEM that depends only on its size and the seed. It is for simulations, because the seed
 * gives the key away.
 */
export function derivedPrivateKey(bits: number, seed: string): string {
  const p = derivedPrime(bits / 2, `${seed}/p`);
  const q = derivedPrime(bits / 2, `${seed}/q`);
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  const [n, dp, dq, qi] = [p * q, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  const numbers = { n, e: EXPONENT, d, p, q, dp, dq, qi };
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]));
  const key = createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * The first suitable prime at or above a number that the seed gives. Its two highest bits are set, so that a product of
 * two has the full length (FIPS 186-5, appendix A.1.3). It minus one has no factor in common with the public exponent.
 */
function derivedPrime(bits: number, seed: string): bigint {
  const top = 3n << BigInt(bits - 2);
  let candidate = seededNumber(bits, seed) | top | 1n;
  while (candidate % EXPONENT === 1n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** SHA-256 in counter mode. */
function seededNumber(bits: number, seed: string): bigint {
  const blocks = Array.from({ length: Math.ceil(bits / 256) }, (_, counter) => hash('sha256', `${seed}/${counter}`));
  return BigInt(`0x${blocks.join('').slice(0, bits / 4)}`);
}

/** The inverse of `value` modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, nextRest, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (nextRest !== 0n) {
    const quotient = rest / nextRest;
    [rest, nextRest] = [nextRest, rest - quotient * nextRest];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
