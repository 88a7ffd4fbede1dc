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

/** The text of a character string of any type (X.680 §41). */
export function readText(element: Element): string {
  const bytes = Buffer.from(readOctets(element));
  switch (element.tag) {
    case TAG.bmpString:
      return bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le');
    case TAG.universalString:
      return universalText(bytes);
    case TAG.utf8String:
      return bytes.toString('utf8');
    default:
      return bytes.toString('latin1');
  }
}

/** Reads UTCTime and GeneralizedTime, with or without seconds, in UTC or with an offset (X.680 §46, §47). */
export function readTime(element: Element | undefined): Instant {
  const text = Buffer.from(element?.content ?? []).toString('latin1');
  const short = element?.tag === TAG.utcTime;
  if (!short) expectTag(element, TAG.generalizedTime);
  const pattern = short
    ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?()(Z|[+-]\d{4})$/
    : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)?(\d\d)?([.,]\d+)?(Z|[+-]\d{4})?$/;
  const parts = pattern.exec(text);
  if (!parts) throw encodingError('encoding.time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((p) => Number(p ?? 0));
  const fullYear = short ? year + (year < 50 ? 2000 : 1900) : year;
  const date = new Date(0);
  date.setUTCFullYear(fullYear, month - 1, day);
  date.setUTCHours(hour, minute, second);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw encodingError('encoding.date');
  return date.getTime() - difference(parts[8]);
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function universalText(bytes: Buffer): string {
  let text = '';
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const point = bytes.readUInt32BE(offset);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}

function difference(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
