import { hash, randomBytes } from 'node:crypto';
import type { KeyBits, Source } from '../../determinism';
import { namedMemo } from '../../memo';
import { derivedPrivateKey } from './derived-key';
import { generatePrivateKey } from './key-pair';

/**
 * The source for rehearsals: the committed keys in order, then keys derived from the seed, and bytes derived from it
 * (SHA-256 in counter mode). The same ordinal always gives the same result. `onDerived` hears of each derived key.
 */
export function rehearsalSource(
  pems: Readonly<Record<KeyBits, readonly string[]>>,
  seed: string,
  onDerived: (bits: KeyBits, committed: number) => void = () => undefined,
): Source {
  // unbounded: an ordinal gives the same key for as long as the source is in use
  const derived = namedMemo<string>(Number.POSITIVE_INFINITY);
  const derive = (bits: KeyBits, ordinal: number): string =>
    derived(`${bits}/${ordinal}`, () => {
      onDerived(bits, pems[bits].length);
      return derivedPrivateKey(bits, `${seed}/key/${bits}/${ordinal}`);
    });
  return {
    key: (bits, ordinal) => pems[bits][ordinal] ?? derive(bits, ordinal),
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
