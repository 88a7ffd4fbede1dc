import { hash } from 'node:crypto';
import { identityMemo, namedMemo } from '../../memo';

/** Keeps the result of `make` for bytes; `note` distinguishes several results for the same bytes. */
export type ByteMemo<T> = (bytes: Uint8Array, make: () => T, note?: string) => T;

/** A memo keyed by the content of bytes, by SHA-256, not by the identity of the array. It keeps the last `most` answers. */
export function byteMemo<T>(most = 1000): ByteMemo<T> {
  const answers = namedMemo<T>(most);
  return (bytes, make, note = '') => answers(`${fingerprint(bytes)} ${note}`, make);
}

/** The SHA-256 digest of the content, in hexadecimal. Byte arrays are immutable values, so each is hashed once. */
export function fingerprint(content: string | Uint8Array): string {
  return typeof content === 'string' ? hash('sha256', content) : digests(content, () => hash('sha256', content));
}

const digests = identityMemo<Uint8Array, string>();
