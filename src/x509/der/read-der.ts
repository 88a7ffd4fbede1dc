import { encodingError } from './encoding-error';

/**
 * Reads BER and DER (X.690) from untrusted bytes. It copies nothing and parses only on request, and it checks each
 * length against the available bytes. Invalid input throws an `EncodingError`.
 */

/** One value. `tag` is class and number in one byte (a SEQUENCE, 0x30, is 0x10; `[0]` is 0x80). */
export interface Element {
  readonly tag: number;
  readonly constructed: boolean;
  /** the whole value including its header */
  readonly der: Uint8Array;
  readonly content: Uint8Array;
  readonly depth: number;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x10,
  set: 0x11,
  numericString: 0x12,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
} as const;

/** The context-specific tag `[number]`. */
export const contextTag = (number: number): number => 0x80 | number;

const DEEPEST = 40;

/** The value that begins at `start`. Later bytes are ignored. */
export function readElement(bytes: Uint8Array, depth = 0, start = 0): Element {
  if (depth > DEEPEST) throw encodingError('encoding.too-deep', { most: DEEPEST });
  const first = at(bytes, start);
  if ((first & 0x1f) === 0x1f) throw encodingError('encoding.long-tag');
  const [length, header] = lengthAt(bytes, start);
  const constructed = (first & 0x20) !== 0;
  const tag = first & ~0x20;
  const inside = start + header;
  if (length === undefined) {
    if (!constructed) throw encodingError('encoding.endless-primitive');
    const end = endOfContents(bytes, inside, depth);
    return { tag, constructed, der: bytes.subarray(start, end + 2), content: bytes.subarray(inside, end), depth };
  }
  const end = inside + length;
  if (end > bytes.length) {
    throw encodingError('encoding.too-few-bytes', { announced: header + length, available: bytes.length - start });
  }
  return { tag, constructed, der: bytes.subarray(start, end), content: bytes.subarray(inside, end), depth };
}

/** The first values in the bytes; the last one may be incomplete. This shows how a truncated file begins. */
export function leadingElements(bytes: Uint8Array, count: number): Element[] {
  const elements: Element[] = [];
  for (let offset = 0; offset < bytes.length && elements.length < count; ) {
    const next = leadingElement(bytes, offset);
    if (!next) break;
    elements.push(next);
    offset += next.der.length;
  }
  return elements;
}

/** The values inside a constructed value. */
export function elementsOf(element: Element): Element[] {
  if (!element.constructed) throw encodingError('encoding.primitive');
  const elements: Element[] = [];
  for (let offset = 0; offset < element.content.length; ) {
    const next = readElement(element.content, element.depth + 1, offset);
    elements.push(next);
    offset += next.der.length;
  }
  return elements;
}

/** Returns the value if it has the expected tag, and throws otherwise. */
export function expectTag(element: Element | undefined, tag: number): Element {
  if (!element) throw encodingError('encoding.missing');
  if (element.tag !== tag) throw encodingError('encoding.other-tag', { found: hex(element.tag), expected: hex(tag) });
  return element;
}

/** The values of a SEQUENCE. */
export function sequenceOf(element: Element | undefined): Element[] {
  return elementsOf(expectTag(element, TAG.sequence));
}

/** Reads the fields of a SEQUENCE in order; some may be optional. */
export class Fields {
  readonly #elements: readonly Element[];
  #next = 0;

  constructor(element: Element | undefined) {
    this.#elements = sequenceOf(element);
  }

  take(tag: number): Element {
    return expectTag(this.#elements[this.#next++], tag);
  }

  optional(tag: number): Element | undefined {
    return this.#elements[this.#next]?.tag === tag ? this.#elements[this.#next++] : undefined;
  }

  /** the next field, with any tag */
  any(): Element | undefined {
    return this.#elements[this.#next++];
  }
}

/** The content of `[n] EXPLICIT`, or of any wrapper of one value. */
export function onlyElement(element: Element | undefined): Element {
  const [inner] = element ? elementsOf(element) : [];
  if (!inner) throw encodingError('encoding.missing');
  return inner;
}

function leadingElement(bytes: Uint8Array, start: number): Element | undefined {
  try {
    return readElement(bytes, 0, start);
  } catch {
    const der = bytes.subarray(start);
    if (der.length < 2) return undefined;
    const [first = 0, second = 0] = der;
    const header = second <= 0x80 ? 2 : 2 + (second & 0x7f);
    const shape = { tag: first & ~0x20, constructed: (first & 0x20) !== 0, depth: 0 };
    return { ...shape, der, content: der.subarray(header) };
  }
}

function lengthAt(bytes: Uint8Array, start: number): [length: number | undefined, header: number] {
  const first = at(bytes, start + 1);
  if (first < 0x80) return [first, 2];
  if (first === 0x80) return [undefined, 2];
  const count = first & 0x7f;
  if (count > 4) throw encodingError('encoding.long-length');
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + at(bytes, start + 2 + index);
  return [length, 2 + count];
}

/** The offset of the two zero bytes that end an indefinite length (X.690 §8.1.5). */
function endOfContents(bytes: Uint8Array, start: number, depth: number): number {
  let offset = start;
  while (at(bytes, offset) !== 0 || at(bytes, offset + 1) !== 0) {
    offset += readElement(bytes, depth + 1, offset).der.length;
  }
  return offset;
}

function at(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw encodingError('encoding.truncated');
  return byte;
}

function hex(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
