import { hash, randomBytes } from 'node:crypto';
import type { KeyBits, Source } from '../../determinism';
import { namedMemo } from '../../memo';
import { x509Fact, x509Refusal } from '../x509-refusals';
import { generatePrivateKey } from './key-pair';

/**
 * The source for rehearsals: the committed keys in order, and bytes derived from the seed (SHA-256 in counter mode).
 * The same ordinal always gives the same result. Refusal `no-more-keys` when the committed keys are used up.
 */
export function rehearsalSource(pems: Readonly<Record<KeyBits, readonly string[]>>, seed: string): Source {
  return {
    key: (bits, ordinal) => pems[bits][ordinal] ?? exhausted(bits, pems[bits].length),
    bytes: (length, ordinal) => seededBytes(`${seed}/${ordinal}`, length),
  };
}

/** A source of new native keys and real random bytes. A repeated ordinal gives the same result again. */
export function freshSource(): Source {
  // unbounded: an ordinal gives the same value for as long as the source is in use
  const keys = namedMemo<string>(Number.POSITIVE_INFINITY);
  const values = namedMemo<Uint8Array>(Number.POSITIVE_INFINITY);
  return {
    key: (bits, ordinal) => keys(`${bits}/${ordinal}`, () => generatePrivateKey(bits)),
    bytes: (length, ordinal) => values(`${length}/${ordinal}`, () => new Uint8Array(randomBytes(length))),
  };
}

/** The PEM blocks of a text, without the text between them. */
export function splitPems(text: string): readonly string[] {
  return text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g) ?? [];
}

function seededBytes(seed: string, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, counter) => hash('sha256', `${seed}/${counter}`));
  return new Uint8Array(Buffer.from(blocks.join('').slice(0, 2 * length), 'hex'));
}

function exhausted(bits: KeyBits, count: number): never {
  throw x509Refusal('no-more-keys', x509Fact('x509.rehearsal-keys'), { count, bits });
}
