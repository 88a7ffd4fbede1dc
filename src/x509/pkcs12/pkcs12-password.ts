import { hash, pbkdf2Sync } from 'node:crypto';
import { namedMemo } from '../../memo';
import type { WorkBudget } from './work-budget';

/** The two forms of a password in a PKCS #12 file. */
export interface Password {
  /** two bytes for each character and two zero bytes at the end (RFC 7292 B.1); empty if there is no password */
  readonly wide: Uint8Array;
  /** for PBKDF2 (RFC 8018) */
  readonly narrow: Uint8Array;
}

/**
 * The forms of a password, the correct one first. The others come from programs that widened bytes instead of
 * characters (OpenSSL 1.0) or passed the wide form to PBKDF2 (NSS).
 */
export function passwordForms(password: string | undefined): readonly Password[] {
  if (password === undefined) return [{ wide: new Uint8Array(0), narrow: new Uint8Array(0) }];
  const narrow = Buffer.from(password, 'utf8');
  const wide = widened(password);
  const forms: Password[] = [{ wide, narrow }];
  const latin = Buffer.from(password, 'latin1');
  if (!/^[\0-\x7f]*$/.test(password)) {
    forms.push({ wide: widened(narrow.toString('latin1')), narrow: latin });
  }
  forms.push({ wide, narrow: wide });
  return forms;
}

/** The parameters of a key derivation. `iterations` comes from the file and is taken from `budget`. */
export interface Derivation {
  readonly budget: WorkBudget;
  readonly hash: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly length: number;
}

/** The purpose of a derived key (RFC 7292 B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

/** The key derivation of RFC 7292 B.2, which only PKCS #12 uses. */
export function pkcs12Key(password: Password, purpose: 1 | 2 | 3, derivation: Derivation): Uint8Array {
  const { salt, iterations, length, budget } = derivation;
  budget.spend({ iterations, blocks: Math.ceil(length / digestLength(derivation.hash)), weight: WEIGHT });
  const name = `${derivation.hash} ${purpose} ${iterations} ${length} ${hex(salt)} ${hex(password.wide)}`;
  return derivedKeys(name, () => deriveKey(password.wide, purpose, derivation));
}

/** PBKDF2 (RFC 8018 §5.2). */
export function pbkdf2Key(password: Password, { hash, salt, iterations, length, budget }: Derivation): Uint8Array {
  budget.spend({
    iterations,
    blocks: Math.ceil(length / digestLength(hash)),
    weight: LONG_DIGESTS.includes(hash) ? 3 : 1,
  });
  return pbkdf2Sync(password.narrow, salt, iterations, length, hash);
}

/** An iteration of RFC 7292 B.2, or of PBKDF2 with a long digest, takes up to three times as long as one of PBKDF2. */
const WEIGHT = 3;
const LONG_DIGESTS = ['sha384', 'sha512'];
const derivedKeys = namedMemo<Uint8Array>(500);

/** The bytes of a digest. */
export function digestLength(name: string): number {
  return DIGEST_LENGTHS[name] ?? 16;
}

const DIGEST_LENGTHS: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

function deriveKey(
  password: Uint8Array,
  purpose: number,
  { hash: name, salt, iterations, length }: Derivation,
): Uint8Array {
  const block = name === 'sha384' || name === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([filled(salt, block), filled(password, block)]);
  const key = Buffer.alloc(length);
  for (let filledTo = 0; filledTo < length; ) {
    const digest = hash(name, Buffer.concat([diversifier, input]), 'buffer');
    // in place, because a new Buffer in each step takes as long as the hash
    for (let step = 1; step < iterations; step++) digest.write(hash(name, digest, 'binary'), 'binary');
    filledTo += digest.copy(key, filledTo);
    for (let offset = 0; offset < input.length; offset += block) {
      addOneMore(input.subarray(offset, offset + block), filled(digest, block));
    }
  }
  return new Uint8Array(key);
}

/** Repeats the bytes up to a multiple of the block size; for the addition, exactly one block. */
function filled(bytes: Uint8Array, block: number): Buffer {
  return bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** I = I + B + 1 as big-endian numbers, step 6C. */
function addOneMore(target: Buffer, summand: Buffer): void {
  let carry = 1;
  for (let index = target.length - 1; index >= 0; index--) {
    const sum = (target[index] ?? 0) + (summand[index] ?? 0) + carry;
    target[index] = sum & 0xff;
    carry = sum >> 8;
  }
}

function widened(text: string): Uint8Array {
  return Buffer.from(`${text}\0`, 'utf16le').swap16();
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
