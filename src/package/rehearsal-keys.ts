import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyBits, Source } from '../determinism';
import { rehearsalSource, splitPems } from '../x509/keys/random-source';
import { PACKAGE } from './folder';

/** The folder of the rehearsal keys: one file for each key size. */
export const KEYS = join(PACKAGE, 'keys');

/** The seed of every rehearsal, so that the same file always gives the same certificates. */
const SEED = 'certificate rehearsal';

/**
 * The rehearsal keys, then keys and random bytes from a seed. `onDerived` hears of each key that is derived because the
 * committed ones of its size are used up.
 */
export function committedSource(onDerived?: (bits: KeyBits, committed: number) => void, seed: string = SEED): Source {
  const pems = (bits: KeyBits): readonly string[] => splitPems(readFileSync(join(KEYS, `rsa-${bits}.pem`), 'utf8'));
  return rehearsalSource({ 1024: pems(1024), 2048: pems(2048), 3072: pems(3072), 4096: pems(4096) }, seed, onDerived);
}
