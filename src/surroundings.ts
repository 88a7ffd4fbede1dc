/**
 * All chance and all time of the simulation, as one value. Nothing else under `src/` asks for the time or for
 * randomness: the clock is a number that only moves when told to, and keys and random bytes are numbered, so that
 * how far they have been used up is part of the deployment and a replay is exact.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export type KeyBits = 1024 | 2048 | 3072 | 4096;

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Where keys and random bytes come from. The same ordinal always gives the same answer. */
export interface Source {
  /** the private key number `ordinal` of that size, as PKCS #8 PEM; throws a Refusal `no-more-keys` when there is none */
  readonly key: (bits: KeyBits, ordinal: number) => string;
  /** `length` bytes, number `ordinal` */
  readonly bytes: (length: number, ordinal: number) => Uint8Array;
}

export interface Surroundings {
  readonly now: Instant;
  readonly source: Source;
  readonly keysTaken: Readonly<Record<KeyBits, number>>;
  readonly bytesTaken: number;
}

/** Fresh surroundings at `now`, nothing used up. */
export function surroundingsAt(now: Instant, source: Source): Surroundings {
  return { now, source, keysTaken: { 1024: 0, 2048: 0, 3072: 0, 4096: 0 }, bytesTaken: 0 };
}

/** The next private key of that size (PKCS #8 PEM) and the surroundings in which it has been used up. */
export function takeKey(surroundings: Surroundings, bits: KeyBits): [pem: string, next: Surroundings] {
  const ordinal = surroundings.keysTaken[bits];
  const pem = surroundings.source.key(bits, ordinal);
  return [pem, { ...surroundings, keysTaken: { ...surroundings.keysTaken, [bits]: ordinal + 1 } }];
}

/** The next `length` random bytes (serial numbers, salts) and the surroundings in which they have been used up. */
export function takeBytes(surroundings: Surroundings, length: number): [bytes: Uint8Array, next: Surroundings] {
  const bytes = surroundings.source.bytes(length, surroundings.bytesTaken);
  return [bytes, { ...surroundings, bytesTaken: surroundings.bytesTaken + 1 }];
}

/** The same surroundings, `duration` milliseconds later. */
export function after(surroundings: Surroundings, duration: number): Surroundings {
  return { ...surroundings, now: surroundings.now + duration };
}
