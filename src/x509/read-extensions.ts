import { KEY_PURPOSES, nameOf, OID } from './der/object-identifiers';
import { contextTag, type Element, elementsOf, expectTag, Fields, readElement, sequenceOf, TAG } from './der/read-der';
import { hexOf, readBits, readBoolean, readNumber, readOctets, readOid, readText } from './der/read-values';
import { readGeneralName } from './names/general-names';

/** Key usages in bit order (RFC 5280 §4.2.1.3). */
export const KEY_USAGES: readonly string[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** The extensions of a certificate or a request; absent ones are empty. */
export interface ReadExtensions {
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly hasExtendedKeyUsage: boolean;
  readonly keyUsage: readonly string[];
  readonly isCa: boolean;
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly pathLength?: number;
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
  readonly templateName?: string;
  /** critical extensions without which a path must not be accepted (RFC 5280 §6.1.4 (o)) */
  readonly unknownCriticalExtensions: readonly string[];
}

const NONE: ReadExtensions = {
  subjectAlternativeNames: Object.freeze([]),
  extendedKeyUsage: Object.freeze([]),
  hasExtendedKeyUsage: false,
  keyUsage: Object.freeze([]),
  isCa: false,
  crlDistributionPoints: Object.freeze([]),
  authorityInformationAccess: Object.freeze([]),
  unknownCriticalExtensions: Object.freeze([]),
};

/** Reads `Extensions`; undefined means no extensions. */
export function readExtensions(element: Element | undefined): ReadExtensions {
  if (!element) return NONE;
  return sequenceOf(element).reduce<ReadExtensions>((found, entry) => {
    const fields = new Fields(entry);
    const id = readOid(fields.take(TAG.oid));
    const flag = fields.optional(TAG.boolean);
    const critical = flag !== undefined && readBoolean(flag);
    const value = readOctets(fields.take(TAG.octetString));
    const reader = READERS[id];
    if (reader) return { ...found, ...reader(readElement(value)) };
    if (!critical || UNDERSTOOD.includes(id)) return found;
    return { ...found, unknownCriticalExtensions: Object.freeze([...found.unknownCriticalExtensions, id]) };
  }, NONE);
}

/** Ignored without harm: if no policy is required, every policy is accepted (RFC 5280 §6.1.1 (c)). */
const UNDERSTOOD: readonly string[] = [OID.certificatePolicies, OID.policyMappings, OID.inhibitAnyPolicy];

const READERS: Readonly<Record<string, (value: Element) => Partial<ReadExtensions>>> = {
  [OID.subjectAlternativeName]: (value) => ({
    subjectAlternativeNames: frozen(sequenceOf(value).map(readGeneralName)),
  }),
  [OID.extendedKeyUsage]: (value) => ({
    hasExtendedKeyUsage: true,
    extendedKeyUsage: frozen(sequenceOf(value).map((purpose) => purposeName(readOid(purpose)))),
  }),
  [OID.keyUsage]: (value) => ({ keyUsage: frozen(readKeyUsage(value)) }),
  [OID.basicConstraints]: readBasicConstraints,
  [OID.subjectKeyIdentifier]: (value) => ({ subjectKeyId: hexOf(readOctets(expectTag(value, TAG.octetString))) }),
  [OID.authorityKeyIdentifier]: (value) => {
    const keyId = sequenceOf(value).find(({ tag }) => tag === contextTag(0));
    return keyId ? { authorityKeyId: hexOf(readOctets(keyId)) } : {};
  },
  [OID.crlDistributionPoints]: (value) => ({ crlDistributionPoints: frozen(sequenceOf(value).flatMap(addressesOf)) }),
  [OID.authorityInformationAccess]: (value) => ({
    authorityInformationAccess: frozen(sequenceOf(value).flatMap(accessAddress)),
  }),
  [OID.templateNameV1]: (value) => ({ templateName: readText(value) }),
  [OID.templateV2]: (value) => ({ templateName: readOid(new Fields(value).take(TAG.oid)) }),
};

function readBasicConstraints(value: Element): Partial<ReadExtensions> {
  const fields = new Fields(value);
  const ca = fields.optional(TAG.boolean);
  const length = fields.optional(TAG.integer);
  return { isCa: ca !== undefined && readBoolean(ca), ...(length ? { pathLength: readNumber(length) } : {}) };
}

function readKeyUsage(value: Element): string[] {
  const bits = readBits(value);
  return KEY_USAGES.filter((_, position) => (bits[position >> 3] ?? 0) & (0x80 >> (position & 7)));
}

/** The URIs in the full name of a distribution point (RFC 5280 §4.2.1.13). */
function addressesOf(point: Element): string[] {
  const name = sequenceOf(point).find(({ tag }) => tag === contextTag(0));
  const full = name && elementsOf(name).find(({ tag }) => tag === contextTag(0));
  return full ? elementsOf(full).flatMap(address) : [];
}

function accessAddress(description: Element): string[] {
  const [method, location] = sequenceOf(description);
  const prefix = readOid(method) === OID.ocsp ? 'ocsp:' : '';
  return location ? address(location).map((uri) => prefix + uri) : [];
}

function address(name: Element): string[] {
  return name.tag === contextTag(6) ? [Buffer.from(readOctets(name)).toString('latin1')] : [];
}

function purposeName(dotted: string): string {
  return nameOf(KEY_PURPOSES, dotted) ?? dotted;
}

function frozen(values: readonly string[]): readonly string[] {
  return Object.freeze(values);
}
