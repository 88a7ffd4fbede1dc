import type { Fact } from '../../fact';
import { namedMemo } from '../../memo';
import { x509Fact, x509Refusal } from '../x509-refusals';
import { nameParts } from './name-parts';

/**
 * X.500 names as Windows writes and reads them: the most specific attribute comes first, in reverse encoding order. A
 * relative distinguished name with several attributes is read as consecutive attributes.
 */
export interface NameAttribute {
  /** the abbreviation of Windows (`CN`, `OU`, …; CertNameToStr), or a dotted object identifier */
  readonly type: string;
  readonly value: string;
}

/** The attributes in DER order. */
export type DistinguishedName = readonly NameAttribute[];

/** Attribute types for which Windows has an abbreviation (X.520, RFC 4519, PKCS #9). */
export const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  SERIALNUMBER: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  S: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  T: '2.5.4.12',
  G: '2.5.4.42',
  I: '2.5.4.43',
  DC: '0.9.2342.19200300.100.1.25',
  E: '1.2.840.113549.1.9.1',
};

/** Names of other programs for the same types. */
const OTHER_NAMES: Readonly<Record<string, string>> = { ST: 'S', EMAIL: 'E', EMAILADDRESS: 'E', GN: 'G', TITLE: 'T' };

/** Parses a name, the most specific attribute first. Refusal: `invalid-distinguished-name`. */
export function distinguishedName(text: string): DistinguishedName {
  const parts = nameParts(text);
  if (parts === undefined) throw x509Refusal('invalid-distinguished-name', onName(text));
  return Object.freeze(parts.map(({ type, value }) => attribute(text, type, value)).reverse());
}

/** The name as Windows shows it. A value is quoted if it could not be parsed otherwise. */
export function formatName(name: DistinguishedName): string {
  return [...name]
    .reverse()
    .map(({ type, value }) => `${/^\d/.test(type) ? 'OID.' : ''}${type}=${quoted(value)}`)
    .join(', ');
}

/** The most specific common name. */
export function commonName(name: DistinguishedName): string | undefined {
  return name.findLast(({ type }) => type === 'CN')?.value;
}

/**
 * Compares names as OpenSSL does: the case of ASCII letters and the amount of white space do not matter. Windows and
 * GnuTLS compare the encodings, so no implementation takes full-width letters for ASCII letters.
 */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every(({ type, value }, index) => {
      const other = b[index];
      return type === other?.type && (value === other.value || prepared(value) === prepared(other.value));
    })
  );
}

function attribute(name: string, written: string, value: string): NameAttribute {
  const upper = written.toUpperCase().replace(/^OID\./, '');
  const known = OTHER_NAMES[upper] ?? upper;
  const type = Object.keys(ATTRIBUTE_TYPES).find((t) => ATTRIBUTE_TYPES[t] === known) ?? known;
  if (!ATTRIBUTE_TYPES[type] && !/^[0-2](\.(0|[1-9]\d{0,14}))+$/.test(type)) {
    throw x509Refusal('invalid-distinguished-name.attribute-type', onName(name), {
      type: written,
      known: Object.keys(ATTRIBUTE_TYPES),
    });
  }
  if (/^[01]\.([4-9]\d|\d{3})/.test(type))
    throw x509Refusal('invalid-distinguished-name.object-identifier', onName(name), { type: written });
  if (value === '') throw x509Refusal('invalid-distinguished-name.no-value', onName(name), { type });
  if (type === 'C' && !/^[A-Za-z]{2}$/.test(value))
    throw x509Refusal('invalid-distinguished-name.country', onName(name), { value });
  if ((type === 'DC' || type === 'E') && !/^[\0-\x7f]*$/.test(value)) {
    throw x509Refusal('invalid-distinguished-name.not-ascii', onName(name), { type, value });
  }
  return Object.freeze({ type, value });
}

function quoted(value: string): string {
  if (!/^\s|\s$|[,+="\\<>#;\r\n]/.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`;
}

function prepared(value: string): string {
  return preparedValues(value, () =>
    value
      .replace(WHITE_SPACE, ' ')
      .replace(/^ | $/g, '')
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
}

const WHITE_SPACE = /[ \t\n\v\f\r]+/g;
const preparedValues = namedMemo<string>(5000);

/** The name, as what refuses. */
function onName(name: string): Fact {
  return x509Fact('x509.the-name', { name });
}
