import type { Instant } from '../../determinism';
import { encodingError } from './encoding-error';
import { type Element, elementsOf, expectTag, TAG } from './read-der';

/** An OBJECT IDENTIFIER in dotted form. */
export function readOid(element: Element | undefined): string {
  const { content } = expectTag(element, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    if (arc > Number.MAX_SAFE_INTEGER / 256) throw encodingError('encoding.large-arc');
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first] = arcs;
  if (first === undefined || (content[content.length - 1] ?? 0) >= 0x80) {
    throw encodingError('encoding.truncated-identifier');
  }
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** An INTEGER as lower-case hex without padding. */
export function readInteger(element: Element | undefined): string {
  const { content } = expectTag(element, TAG.integer);
  if (content.length === 0) throw encodingError('encoding.empty-integer');
  return hexOf(content).replace(/^(00)+(?=..)/, '');
}

/** A small INTEGER or ENUMERATED. */
export function readNumber(element: Element | undefined): number {
  if (element?.tag === TAG.enumerated) return element.content[0] ?? 0;
  const digits = readInteger(element);
  if (digits.length > 12) throw encodingError('encoding.large-number');
  return Number.parseInt(digits, 16);
}

/** The bytes of an OCTET STRING with any tag, also in the segmented form of BER. */
export function readOctets(element: Element | undefined): Uint8Array {
  if (!element) throw encodingError('encoding.missing');
  if (!element.constructed) return element.content;
  return new Uint8Array(Buffer.concat(elementsOf(element).map(readOctets)));
}

/** The bytes of a BIT STRING without unused bits. */
export function readBits(element: Element | undefined): Uint8Array {
  const { content, constructed } = expectTag(element, TAG.bitString);
  if (constructed || content.length === 0) throw encodingError('encoding.bit-string');
  return content.subarray(1);
}

/** A BOOLEAN. */
export function readBoolean(element: Element | undefined): boolean {
  return (expectTag(element, TAG.boolean).content[0] ?? 0) !== 0;
}

/**
 * Reads UTCTime and GeneralizedTime in the only form that certificates and CRLs may have: with seconds, without
 * fractions, in UTC (RFC 5280 §4.1.2.5).
 */
export function readTime(element: Element | undefined): Instant {
  const text = Buffer.from(element?.content ?? []).toString('latin1');
  const short = element?.tag === TAG.utcTime;
  if (!short) expectTag(element, TAG.generalizedTime);
  const parts = (short ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/).exec(
    text,
  );
  if (!parts) throw encodingError('encoding.time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  if (hour > 23 || minute > 59 || second > 59) throw encodingError('encoding.time');
  const date = new Date(0);
  date.setUTCFullYear(short ? year + (year < 50 ? 2000 : 1900) : year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw encodingError('encoding.date');
  return date.getTime();
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
