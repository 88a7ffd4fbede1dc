import { namedMemo } from '../../memo';
import { Refusal } from '../../refusal';
import { splitName } from './split-name';

/**
 * X.500 names as Windows writes and reads them: the most specific attribute first, the reverse of the order in which
 * they are encoded. A relative distinguished name of several attributes is read as if they were one after another.
 */
export interface NameAttribute {
  /** `CN`, `OU`, … as Windows abbreviates (CertNameToStr), or a dotted object identifier */
  readonly type: string;
  readonly value: string;
}

/** The attributes in the order of the DER. */
export type DistinguishedName = readonly NameAttribute[];

/** Attribute types that Windows has an abbreviation for (X.520, RFC 4519, PKCS #9). */
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

/** What other programs write for the same types. */
const OTHER_NAMES: Readonly<Record<string, string>> = { ST: 'S', EMAIL: 'E', EMAILADDRESS: 'E', GN: 'G', TITLE: 'T' };

/** The name that the text says, most specific attribute first. Refusal: `invalid-distinguished-name`. */
export function distinguishedName(text: string): DistinguishedName {
  const parts = splitName(text);
  if (parts === undefined)
    throw invalid(text, 'a part is not written as TYPE=value, or a quotation mark is not closed');
  return Object.freeze(parts.map(({ type, value }) => attribute(text, type, value)).reverse());
}

/** The name as Windows shows it; a value is quoted where it would not be read back otherwise. */
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

/** Equal by the rules of RFC 5280 §7.1: without regard to case, to the width of letters, and to how much space there is. */
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
    throw invalid(name, `"${written}" is not an attribute type; known are ${Object.keys(ATTRIBUTE_TYPES).join(', ')}`);
  }
  if (/^[01]\.([4-9]\d|\d{3})/.test(type)) throw invalid(name, `"${written}" is not an object identifier`);
  if (value === '') throw invalid(name, `${type} has no value`);
  if (type === 'C' && !/^[A-Za-z]{2}$/.test(value))
    throw invalid(name, `C is "${value}" and not two letters (ISO 3166)`);
  if ((type === 'DC' || type === 'E') && !/^[\0-\x7f]*$/.test(value)) {
    throw invalid(name, `${type} is "${value}" and may hold ASCII characters only`);
  }
  return Object.freeze({ type, value });
}

function quoted(value: string): string {
  if (!/^\s|\s$|[,+="\\<>#;\r\n]/.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`;
}

/** String preparation as RFC 4518, in short: compatible forms are one, case is folded, runs of space are one space. */
function prepared(value: string): string {
  return preparedValues(value, () => value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' '));
}

const preparedValues = namedMemo<string>(5000);

function invalid(name: string, detail: string): Refusal {
  return new Refusal({
    code: 'invalid-distinguished-name',
    on: `the name "${name}"`,
    detail,
    remedy: 'write it as CN=name, OU=unit, O="organization, with comma", L=city, S=state, C=US',
    hresult: 'CERTSRV_E_BAD_REQUESTSUBJECT',
  });
}
