import fc from 'fast-check';

/** Changes of a file, as they come from bad transfers and from attackers. Positions are parts of the length, from 0 to 1. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly count: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly count: number; readonly times: number }
  | { readonly kind: 'length'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'nest'; readonly at: number; readonly tag: number; readonly depth: number };

const PARTS = 1_000_000;
const at = fc.noBias(fc.nat(PARTS - 1)).map((part) => part / PARTS);
const byte = fc.nat(255);

const LENGTHS = [
  [0x80],
  [0x84, 0xff, 0xff, 0xff, 0xff],
  [0x84, 0x7f, 0xff, 0xff, 0xff],
  [0x83, 0xff, 0xff, 0xff],
  [0x00],
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('set' as const), at, value: byte }),
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('drop' as const), at, count: fc.nat(40) }),
  fc.record({ kind: fc.constant('repeat' as const), at, count: fc.nat(60), times: fc.nat(50) }),
  fc.record({ kind: fc.constant('length' as const), at, bytes: fc.constantFrom(...LENGTHS) }),
  fc.record({
    kind: fc.constant('nest' as const),
    at,
    tag: fc.constantFrom(0x30, 0x31, 0xa0, 0x24),
    depth: fc.nat(200),
  }),
);

/** One to three changes. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 3 });

/** The bytes after the changes. */
export function mutated(bytes: Uint8Array, all: readonly Mutation[]): Uint8Array {
  return all.reduce(changed, bytes);
}

function changed(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  const position = Math.floor(mutation.at * bytes.length);
  const before = bytes.subarray(0, position);
  const rest = bytes.subarray(position);
  switch (mutation.kind) {
    case 'flip':
      return withByte(bytes, position, (bytes[position] ?? 0) ^ (1 << mutation.bit));
    case 'set':
      return withByte(bytes, position, mutation.value);
    case 'cut':
      return before;
    case 'drop':
      return joined(before, rest.subarray(mutation.count));
    case 'repeat': {
      const part = rest.subarray(0, mutation.count);
      return joined(before, ...Array.from({ length: mutation.times }, () => part), rest);
    }
    case 'length':
      return joined(before, bytes.subarray(position, position + 1), Uint8Array.from(mutation.bytes), rest.subarray(2));
    case 'nest':
      return joined(before, ...Array.from({ length: mutation.depth }, () => Uint8Array.of(mutation.tag, 0x80)), rest);
  }
}

function withByte(bytes: Uint8Array, position: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (position < copy.length) copy[position] = value;
  return copy;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
