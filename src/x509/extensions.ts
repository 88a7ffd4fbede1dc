import { namedMemo } from '../memo';
import { KEY_PURPOSES, OID } from './der/object-identifiers';
import {
  bitString,
  bmpString,
  booleanTrue,
  encodedStructure,
  integer,
  octetString,
  octetStringOf,
  oid,
  type Structure,
  sequence,
  tagged,
  taggedBytes,
  toDer,
} from './der/write-der';
import type { DistinguishedName } from './names/distinguished-name';
import { generalName, uriName } from './names/general-names';
import { KEY_USAGES } from './read-extensions';

/** The extensions of certificates and requests (RFC 5280 §4.2). Extensions without content are omitted. */
export interface ExtensionContent {
  readonly subject: DistinguishedName;
  readonly isCa: boolean;
  readonly pathLength?: number;
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly subjectAlternativeNames: readonly string[];
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly templateName?: string;
}

/** The key identifiers of subject and issuer, lower-case hex (RFC 5280 §4.2.1.1, §4.2.1.2). */
export interface KeyIds {
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
}

/** `Extensions`. The subject alternative name is critical if the subject is empty (RFC 5280 §4.2.1.6). */
export function extensions(content: ExtensionContent, { subjectKeyId, authorityKeyId }: KeyIds = {}): Structure {
  const { keyUsage: usages, extendedKeyUsage: purposes, subjectAlternativeNames: names, templateName } = content;
  const { crlDistributionPoints: points, authorityInformationAccess: access } = content;
  const present: Structure[] = [];
  if (content.isCa) present.push(basicConstraints(content.pathLength));
  if (usages.length > 0) present.push(keyUsage(...usages));
  if (purposes.length > 0) present.push(extendedKeyUsage(...purposes));
  if (templateName !== undefined) present.push(template(templateName));
  if (names.length > 0) present.push(alternativeNames(names, content.subject.length === 0));
  if (subjectKeyId !== undefined) present.push(subjectKeyIdentifier(subjectKeyId));
  if (authorityKeyId !== undefined) present.push(authorityKeyIdentifier(authorityKeyId));
  if (points.length > 0) present.push(distributionPoints(...points));
  if (access.length > 0) present.push(accessDescriptions(...access));
  return sequence(...present);
}

/** One `Extension`. */
export function extension(id: string, value: Structure, critical = false): Structure {
  const wrapped = octetStringOf(value);
  return critical ? sequence(oid(id), booleanTrue(), wrapped) : sequence(oid(id), wrapped);
}

/** The key identifier of the issuer (RFC 5280 §4.2.1.1). */
export const authorityKeyIdentifier = once((keyId: string) =>
  extension(OID.authorityKeyIdentifier, sequence(taggedBytes(0, Buffer.from(keyId, 'hex')))),
);

/** Keeps the encoding of extensions that an authority repeats in its certificates: usages, template, key, addresses. */
function once<Values extends string[]>(write: (...values: Values) => Structure): (...values: Values) => Structure {
  const structures = namedMemo<Structure>();
  return (...values) => structures(values.join('\n'), () => encodedStructure(toDer(write(...values))));
}

function basicConstraints(pathLength: number | undefined): Structure {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return extension(OID.basicConstraints, sequence(booleanTrue(), ...length), true);
}

function subjectKeyIdentifier(keyId: string): Structure {
  return extension(OID.subjectKeyIdentifier, octetString(Buffer.from(keyId, 'hex')));
}

function alternativeNames(names: readonly string[], critical: boolean): Structure {
  return extension(OID.subjectAlternativeName, sequence(...names.map(generalName)), critical);
}

/** A named bit list: trailing zeros are not encoded (X.690 §11.2.2). */
const keyUsage = once((...usages: string[]) => {
  const positions = usages.map((usage) => KEY_USAGES.indexOf(usage));
  if (positions.includes(-1)) throw new Error(`key usage is one of ${KEY_USAGES.join(', ')}, not ${usages.join(', ')}`);
  const last = Math.max(...positions);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const position of positions) bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (0x80 >> (position & 7));
  return extension(OID.keyUsage, bitString(bytes, 7 - (last & 7)), true);
});

const extendedKeyUsage = once((...names: string[]) =>
  extension(OID.extendedKeyUsage, sequence(...names.map((name) => oid(KEY_PURPOSES[name] ?? name)))),
);

/**
 * A name, as in version 1 templates ([MS-WCCE] §2.2.2.7.7.1), or the object identifier of a later template
 * (§2.2.2.7.7.2).
 */
const template = once((name: string) =>
  /^\d+(\.\d+)+$/.test(name)
    ? extension(OID.templateV2, sequence(oid(name)))
    : extension(OID.templateNameV1, bmpString(name)),
);

/** One distribution point with all addresses, as in AD CS. */
const distributionPoints = once((...addresses: string[]) =>
  extension(OID.crlDistributionPoints, sequence(sequence(tagged(0, tagged(0, ...addresses.map(uriName)))))),
);

const accessDescriptions = once((...addresses: string[]) =>
  extension(OID.authorityInformationAccess, sequence(...addresses.map(accessDescription))),
);

function accessDescription(address: string): Structure {
  const ocsp = address.startsWith('ocsp:');
  return sequence(oid(ocsp ? OID.ocsp : OID.caIssuers), uriName(ocsp ? address.slice(5) : address));
}
