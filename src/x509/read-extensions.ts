import { encodingError } from './der/encoding-error';
import { KEY_PURPOSES, nameOf, OID } from './der/object-identifiers';
import {
  contextTag,
  type Element,
  elementsOf,
  expectTag,
  Fields,
  onlyElement,
  readElement,
  sequenceOf,
  TAG,
} from './der/read-der';
import { readText } from './der/read-text';
import { hexOf, readBits, readBoolean, readNumber, readOctets, readOid } from './der/read-values';
import type { DistinguishedName } from './names/distinguished-name';
import { generalNameText } from './names/general-name';
import { readGeneralName } from './names/general-names';
import { type NameConstraints, readNameConstraints } from './names/name-constraints';
import { readName } from './names/name-encoding';
import { POLICY_READERS, type PolicyExtensions } from './policies';

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
  /** an empty key usage allows nothing, an absent one allows everything */
  readonly hasKeyUsage: boolean;
  readonly isCa: boolean;
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly pathLength?: number;
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
  /** the issuer and the serial number of the certificate that signed (RFC 5280 §4.2.1.1), as far as they are stated */
  readonly authorityCertificate?: IssuerAndSerial;
  readonly nameConstraints?: NameConstraints;
  readonly policy?: PolicyExtensions;
  readonly templateName?: string;
  /** critical extensions without which a path must not be accepted (RFC 5280 §6.1.4 (o)) */
  readonly unknownCriticalExtensions: readonly string[];
}

/** What identifies a certificate. */
export interface IssuerAndSerial {
  readonly issuer?: DistinguishedName;
  /** lower-case hex without padding */
  readonly serialNumber?: string;
}

const NONE: ReadExtensions = {
  subjectAlternativeNames: Object.freeze([]),
  extendedKeyUsage: Object.freeze([]),
  hasExtendedKeyUsage: false,
  keyUsage: Object.freeze([]),
  hasKeyUsage: false,
  isCa: false,
  crlDistributionPoints: Object.freeze([]),
  authorityInformationAccess: Object.freeze([]),
  unknownCriticalExtensions: Object.freeze([]),
};

/** Reads `Extensions`; undefined means no extensions. None may occur twice (RFC 5280 §4.2). */
export function readExtensions(element: Element | undefined): ReadExtensions {
  if (!element) return NONE;
  const seen = new Set<string>();
  return sequenceOf(element).reduce<ReadExtensions>((found, entry) => {
    const fields = new Fields(entry);
    const id = readOid(fields.take(TAG.oid));
    if (seen.has(id)) throw encodingError('encoding.repeated-extension', { id });
    seen.add(id);
    const flag = fields.optional(TAG.boolean);
    const critical = flag !== undefined && readBoolean(flag);
    const value = readOctets(fields.take(TAG.octetString));
    const read = { ...found, ...READERS[id]?.(readElement(value)), ...withPolicy(found, id, value) };
    if (!critical || CARRIED_OUT.includes(id)) return read;
    return { ...read, unknownCriticalExtensions: Object.freeze([...found.unknownCriticalExtensions, id]) };
  }, NONE);
}

/**
 * The extensions whose meaning path validation carries out. Others are only read, so a critical one makes a path invalid,
 * as in OpenSSL.
 */
const CARRIED_OUT: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAlternativeName,
  OID.nameConstraints,
  OID.crlDistributionPoints,
  ...Object.keys(POLICY_READERS),
];

function withPolicy({ policy }: ReadExtensions, id: string, value: Uint8Array): Pick<ReadExtensions, 'policy'> {
  const read = POLICY_READERS[id]?.(readElement(value));
  return read ? { policy: Object.freeze({ ...policy, ...read }) } : {};
}

const READERS: Readonly<Record<string, (value: Element) => Partial<ReadExtensions>>> = {
  [OID.subjectAlternativeName]: (value) => ({
    subjectAlternativeNames: frozen(sequenceOf(value).map((name) => generalNameText(readGeneralName(name)))),
  }),
  [OID.extendedKeyUsage]: (value) => ({
    hasExtendedKeyUsage: true,
    extendedKeyUsage: frozen(sequenceOf(value).map((purpose) => purposeName(readOid(purpose)))),
  }),
  [OID.keyUsage]: (value) => ({ hasKeyUsage: true, keyUsage: frozen(readKeyUsage(value)) }),
  [OID.basicConstraints]: readBasicConstraints,
  [OID.nameConstraints]: (value) => ({ nameConstraints: readNameConstraints(value) }),
  [OID.subjectKeyIdentifier]: (value) => ({ subjectKeyId: hexOf(readOctets(expectTag(value, TAG.octetString))) }),
  [OID.authorityKeyIdentifier]: readAuthorityKeyIdentifier,
  [OID.crlDistributionPoints]: (value) => ({ crlDistributionPoints: frozen(sequenceOf(value).flatMap(addressesOf)) }),
  [OID.authorityInformationAccess]: (value) => ({
    authorityInformationAccess: frozen(sequenceOf(value).flatMap(accessAddress)),
  }),
  [OID.templateNameV1]: (value) => ({ templateName: readText(value) }),
  [OID.templateV2]: (value) => ({ templateName: readOid(new Fields(value).take(TAG.oid)) }),
};

function readAuthorityKeyIdentifier(value: Element): Partial<ReadExtensions> {
  const parts = sequenceOf(value);
  const [keyId, names, serial] = [0, 1, 2].map((number) => parts.find(({ tag }) => tag === contextTag(number)));
  const directory = names && elementsOf(names).find(({ tag }) => tag === contextTag(4));
  return {
    ...(keyId ? { authorityKeyId: hexOf(readOctets(keyId)) } : {}),
    ...(directory || serial
      ? {
          authorityCertificate: Object.freeze({
            ...(directory ? { issuer: readName(onlyElement(directory)) } : {}),
            ...(serial ? { serialNumber: hexOf(readOctets(serial)).replace(/^(00)+(?=..)/, '') } : {}),
          }),
        }
      : {}),
  };
}

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
