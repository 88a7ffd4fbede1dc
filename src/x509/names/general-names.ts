import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Refusal } from '../../refusal';
import { OID } from '../der/object-identifiers';
import { contextTag, type Element, elementsOf, onlyElement } from '../der/read-der';
import { readIa5, readText } from '../der/read-text';
import { hexOf, readOctets, readOid } from '../der/read-values';
import { oid, type Structure, tagged, taggedBytes, utf8String } from '../der/write-der';
import { x509Fact, x509Refusal } from '../x509-refusals';
import { formatName } from './distinguished-name';
import { type GeneralName, generalNameOf, generalNameText } from './general-name';
import { readName } from './name-encoding';

/** A GeneralName (RFC 5280 §4.2.1.6) from its text (see `generalNameText`). `directory` and `other` are only read. */
export function generalName(text: string): Structure {
  const { kind, value } = writable(text);
  switch (kind) {
    case 'ip':
      return taggedBytes(7, addressBytes(value));
    case 'email':
      return taggedBytes(1, ascii(value));
    case 'uri':
      return uriName(value);
    case 'upn':
      return tagged(0, oid(OID.userPrincipalName), tagged(0, utf8String(value)));
    case 'dns':
      return taggedBytes(2, ascii(asciiHost(value)));
  }
}

/** A uniformResourceIdentifier, encoded as IA5String. */
export function uriName(address: string): Structure {
  return taggedBytes(6, ascii(normalizedAddress(address)));
}

/** The GeneralName of an element. */
export function readGeneralName(element: Element): GeneralName {
  switch (element.tag) {
    case contextTag(0):
      return otherName(element);
    case contextTag(1):
      return { kind: 'email', value: readIa5(element) };
    case contextTag(2):
      return { kind: 'dns', value: readIa5(element) };
    case contextTag(4):
      return { kind: 'directory', value: formatName(readName(onlyElement(element))) };
    case contextTag(6):
      return { kind: 'uri', value: readIa5(element) };
    case contextTag(7):
      return { kind: 'ip', value: addressText(readOctets(element)) };
    default:
      return { kind: 'other', value: `${element.tag & 0x1f}` };
  }
}

/** The text of the name as it is read from a certificate: international labels are in ASCII form (RFC 5280 §7.2). */
export function normalizedName(text: string): string {
  return generalNameText(normal(writable(text)));
}

/** An AIA or CRL address as it is read from a certificate. */
export function normalizedAddress(address: string): string {
  return address.replace(/[^\x20-\x7e]+/gu, (part) => encodeURIComponent(Buffer.from(part).toString()));
}

function normal({ kind, value }: Writable): Writable {
  switch (kind) {
    case 'dns':
      return { kind, value: asciiHost(value) };
    case 'ip':
      return { kind, value: addressText(addressBytes(value)) };
    case 'uri':
      return { kind, value: normalizedAddress(value) };
    case 'email':
    case 'upn':
      return { kind, value };
  }
}

/** A name of a kind that can be written. */
interface Writable extends GeneralName {
  readonly kind: 'dns' | 'ip' | 'email' | 'uri' | 'upn';
}

/** Text without a known mark, or with nothing behind it, is a DNS name. */
function writable(text: string): Writable {
  const { kind, value } = generalNameOf(text);
  const known = value === '' || kind === 'directory' || kind === 'other' ? undefined : kind;
  return known ? { kind: known, value } : { kind: 'dns', value: text };
}

function otherName(element: Element): GeneralName {
  const [type, value] = elementsOf(element);
  const dotted = readOid(type);
  return dotted === OID.userPrincipalName
    ? { kind: 'upn', value: readText(onlyElement(value)) }
    : { kind: 'other', value: dotted };
}

function asciiHost(host: string): string {
  if (/^[\x21-\x7e]+$/.test(host)) return host;
  const ascii = domainToASCII(host);
  if (ascii === '') throw refused(host, 'not-a-host-name');
  return ascii;
}

function ascii(text: string): Uint8Array {
  if (!/^[\x20-\x7e]*$/.test(text)) throw refused(text, 'not-ascii');
  return Buffer.from(text, 'latin1');
}

/** The bytes of an IPv4 or IPv6 address. Refusal `invalid-alternative-name`. */
export function addressBytes(text: string): Uint8Array {
  if (isIPv4(text)) return Uint8Array.from(text.split('.').map(Number));
  if (!isIPv6(text)) throw refused(text, 'not-an-address');
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  const [a = 0, b = 0, c = 0, d = 0] = dotted?.slice(1).map(Number) ?? [];
  const whole = dotted
    ? `${text.slice(0, dotted.index)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
    : text;
  const [head = '', tail] = whole.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return Uint8Array.from(
    groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  );
}

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return hexOf(bytes);
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16),
  );
  return shortest(groups);
}

/** The longest run of at least two zero groups becomes "::" (RFC 5952 §4.2). */
function shortest(groups: readonly string[]): string {
  const runs = [...groups.join(':').matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map((match) => match[0]);
  const [longest] = runs.sort((a, b) => b.length - a.length);
  if (longest === undefined) return groups.join(':');
  const text = groups.join(':');
  const [head = '', tail = ''] = [
    text.slice(0, text.indexOf(longest)),
    text.slice(text.indexOf(longest) + longest.length),
  ];
  return `${head}::${tail.replace(/^:/, '')}`;
}

function refused(name: string, reason: 'not-a-host-name' | 'not-ascii' | 'not-an-address'): Refusal {
  const on = x509Fact('x509.the-name', { name });
  return x509Refusal('invalid-alternative-name', on, { reason: x509Fact(`alternative-name.${reason}`) });
}
