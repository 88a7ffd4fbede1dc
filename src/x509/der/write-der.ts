import type { Instant } from '../../determinism';
import { namedMemo } from '../../memo';
import { asn1 } from './forge';

/**
 * Writes DER (X.690) with the ASN.1 layer of node-forge. The functions have the names of the ASN.1 types. A `Structure` is
 * an Asn1 object of node-forge, described here so that users of the package do not need the types of node-forge.
 */
export interface Structure {
  readonly tagClass: number;
  readonly type: number;
  readonly constructed: boolean;
  readonly composed: boolean;
  readonly value: string | Structure[];
}

const { create, Class, Type } = asn1;

/** The encoded bytes of a structure. */
export function toDer(structure: Structure): Uint8Array {
  return bytesOf(asn1.toDer(structure).getBytes());
}

/** A structure that is already encoded. */
export function encodedStructure(der: Uint8Array): Structure {
  const first = der[0] ?? 0;
  const second = der[1] ?? 0;
  const header = second < 0x80 ? 2 : 2 + (second & 0x7f);
  // node-forge sets the "constructed" bit only for structures with children, so the tag includes it here
  return create(first & 0xc0, first & 0x3f, false, textOf(der.subarray(header)));
}

/** SEQUENCE. */
export const sequence = (...parts: Structure[]): Structure => create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
/** SET. */
export const set = (...parts: Structure[]): Structure => create(Class.UNIVERSAL, Type.SET, true, parts);
/** The elements of a SET OF in the order of DER: by their encodings (X.690 §11.6). */
export function inSetOrder(elements: readonly Structure[]): readonly Structure[] {
  const encoded = elements.map(toDer).sort(Buffer.compare);
  return encoded.map(encodedStructure);
}
/** NULL. */
export const nullValue = (): Structure => create(Class.UNIVERSAL, Type.NULL, false, '');
/** BOOLEAN TRUE. */
export const booleanTrue = (): Structure => create(Class.UNIVERSAL, Type.BOOLEAN, false, '\xff');
/** OCTET STRING. */
export const octetString = (bytes: Uint8Array): Structure =>
  create(Class.UNIVERSAL, Type.OCTETSTRING, false, textOf(bytes));
/** OCTET STRING that contains the DER of another structure. */
export const octetStringOf = (structure: Structure): Structure =>
  create(Class.UNIVERSAL, Type.OCTETSTRING, false, asn1.toDer(structure).getBytes());
/** BIT STRING; `unused` is the number of unused bits at its end. */
export const bitString = (bytes: Uint8Array, unused = 0): Structure =>
  create(Class.UNIVERSAL, Type.BITSTRING, false, String.fromCharCode(unused) + textOf(bytes));
/** UTF8String. */
export const utf8String = (text: string): Structure =>
  create(Class.UNIVERSAL, Type.UTF8, false, textOf(Buffer.from(text, 'utf8')));
/** PrintableString. */
export const printableString = (text: string): Structure => create(Class.UNIVERSAL, Type.PRINTABLESTRING, false, text);
/** IA5String. */
export const ia5String = (text: string): Structure => create(Class.UNIVERSAL, Type.IA5STRING, false, text);
/**
 * BMPString: two bytes for each character. Characters outside the Basic Multilingual Plane become a surrogate pair, as
 * in Windows.
 */
export const bmpString = (text: string): Structure => create(Class.UNIVERSAL, Type.BMPSTRING, false, text);
/** ENUMERATED. */
export const enumerated = (value: number): Structure =>
  create(Class.UNIVERSAL, Type.ENUMERATED, false, String.fromCharCode(value));

/** `[tag]` around other structures, or as an implicit tag of a SEQUENCE. */
export const tagged = (tag: number, ...parts: Structure[]): Structure =>
  create(Class.CONTEXT_SPECIFIC, tag, true, parts);
/** `[tag] IMPLICIT` for a string. */
export const taggedBytes = (tag: number, bytes: Uint8Array): Structure =>
  create(Class.CONTEXT_SPECIFIC, tag, false, textOf(bytes));

/** A non-negative INTEGER from a number or from hexadecimal digits. */
export function integer(value: number | string): Structure {
  const digits = typeof value === 'number' ? value.toString(16) : value;
  const whole = digits.length % 2 ? `0${digits}` : digits;
  const bytes = Buffer.from(Number.parseInt(whole.slice(0, 2), 16) >= 0x80 ? `00${whole}` : whole, 'hex');
  return create(Class.UNIVERSAL, Type.INTEGER, false, textOf(bytes));
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Structure {
  return identifiers(dotted, () => create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(dotted).getBytes()));
}

const identifiers = namedMemo<Structure>();

/** UTCTime from 1950 to 2049, GeneralizedTime otherwise; whole seconds (RFC 5280 §4.1.2.5). */
export function time(instant: Instant): Structure {
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  const digits = `${date.toISOString().slice(0, -5).replace(/[-:T]/g, '')}Z`;
  return year >= 1950 && year < 2050
    ? create(Class.UNIVERSAL, Type.UTCTIME, false, digits.slice(2))
    : create(Class.UNIVERSAL, Type.GENERALIZEDTIME, false, digits);
}

/** Bytes as a binary string of node-forge. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A binary string of node-forge as bytes. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  Buffer.from(bytes.buffer).write(text, 'latin1');
  return bytes;
}
