/**
 * All time and chance of the simulation, as one value. No other file under `src/` reads a clock or a random generator:
 * the clock is a number that changes only by `after`, and keys and random bytes are numbered. How many of them are used
 * is part of the deployment, so that a replay is exact.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export type KeyBits = 1024 | 2048 | 3072 | 4096;

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The source of keys and random bytes. The same ordinal always gives the same answer. */
export interface Source {
  /** the private key number `ordinal` of that size, as PKCS #8 PEM */
  readonly key: (bits: KeyBits, ordinal: number) => string;
  /** `length` bytes, number `ordinal` */
  readonly bytes: (length: number, ordinal: number) => Uint8Array;
}

/** The present time, and which keys and bytes of the source come next. */
export interface Determinism {
  readonly now: Instant;
  readonly source: Source;
  readonly keysTaken: Readonly<Record<KeyBits, number>>;
  readonly bytesTaken: number;
}

/** The state at `now` in which no key and no bytes have been taken. */
export function determinismAt(now: Instant, source: Source): Determinism {
  return { now, source, keysTaken: { 1024: 0, 2048: 0, 3072: 0, 4096: 0 }, bytesTaken: 0 };
}

/** Takes the next private key of that size. Returns it as PKCS #8 PEM, with the state after it. */
export function takeKey(determinism: Determinism, bits: KeyBits): [pem: string, next: Determinism] {
  const ordinal = determinism.keysTaken[bits];
  const pem = determinism.source.key(bits, ordinal);
  return [pem, { ...determinism, keysTaken: { ...determinism.keysTaken, [bits]: ordinal + 1 } }];
}

/** Takes the next `length` random bytes, for a serial number or a salt. Returns them with the state after it. */
export function takeBytes(determinism: Determinism, length: number): [bytes: Uint8Array, next: Determinism] {
  const bytes = determinism.source.bytes(length, determinism.bytesTaken);
  return [bytes, { ...determinism, bytesTaken: determinism.bytesTaken + 1 }];
}

/** The same state, `duration` milliseconds later. */
export function after(determinism: Determinism, duration: number): Determinism {
  return { ...determinism, now: determinism.now + duration };
}
