import { hash } from 'node:crypto';

/** Remembers what was made of some bytes. The bytes themselves decide, by SHA-256, and not where they lie. */
export interface Memory<T> {
  /** What `make` gives for the bytes; `note` tells apart what is made of the same ones. What is thrown is not kept. */
  readonly recall: (bytes: Uint8Array, make: () => T, note?: string) => T;
}

/** SHA-256, as text: what stands for a content where the content itself would be too long. Bytes are values, and hashed once. */
export function fingerprint(content: string | Uint8Array): string {
  if (typeof content === 'string') return hash('sha256', content);
  const known = fingerprints.get(content) ?? hash('sha256', content);
  fingerprints.set(content, known);
  return known;
}

const fingerprints = new WeakMap<Uint8Array, string>();

/** A memory of the last `most` answers. Answers are values, so that giving the same one twice shows nowhere. */
export function memory<T extends object | string>(most = 1000): Memory<T> {
  const known = new Map<string, T>();
  return {
    recall(bytes, make, note = '') {
      const name = `${fingerprint(bytes)} ${note}`;
      const answer = known.get(name);
      if (answer !== undefined) return answer;
      const made = make();
      const [oldest] = known.keys();
      if (known.size >= most && oldest !== undefined) known.delete(oldest);
      known.set(name, made);
      return made;
    },
  };
}
