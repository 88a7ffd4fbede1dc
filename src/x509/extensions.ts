import { generalName, uriName } from './general-names';
import { KEY_PURPOSES, OID } from './object-identifiers';
import { KEY_USAGES } from './read-extensions';
import {
  bitString,
  bmpString,
  integer,
  octetString,
  oid,
  type Structure,
  sequence,
  tagged,
  taggedBytes,
  toDer,
  yes,
} from './write-der';

/** The extensions of certificates and requests (RFC 5280 §4.2), of which those with nothing to say are left out. */
export interface ExtensionContent {
  readonly isCa: boolean;
  readonly pathLength?: number;
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly subjectAlternativeNames: readonly string[];
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly templateName?: string;
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
}

/** `Extensions`; the subject alternative name is critical where there is no subject (RFC 5280 §4.2.1.6). */
export function extensions(content: ExtensionContent, emptySubject: boolean): Structure {
  const { subjectAlternativeNames: names, crlDistributionPoints: points, authorityInformationAccess: access } = content;
  const present: Structure[] = [];
  if (content.isCa) present.push(extension(OID.basicConstraints, basicConstraints(content.pathLength), true));
  if (content.keyUsage.length > 0) present.push(extension(OID.keyUsage, keyUsage(content.keyUsage), true));
  if (content.extendedKeyUsage.length > 0) {
    present.push(extension(OID.extendedKeyUsage, sequence(...content.extendedKeyUsage.map(purpose))));
  }
  if (content.templateName !== undefined) present.push(template(content.templateName));
  if (names.length > 0) {
    present.push(extension(OID.subjectAlternativeName, sequence(...names.map(generalName)), emptySubject));
  }
  if (content.subjectKeyId !== undefined) {
    present.push(extension(OID.subjectKeyIdentifier, octetString(Buffer.from(content.subjectKeyId, 'hex'))));
  }
  if (content.authorityKeyId !== undefined) present.push(authorityKeyIdentifier(content.authorityKeyId));
  if (points.length > 0) present.push(extension(OID.crlDistributionPoints, distributionPoints(points)));
  if (access.length > 0) {
    present.push(extension(OID.authorityInformationAccess, sequence(...access.map(accessDescription))));
  }
  return sequence(...present);
}

/** One `Extension`. */
export function extension(id: string, value: Structure, critical = false): Structure {
  const wrapped = octetString(toDer(value));
  return critical ? sequence(oid(id), yes(), wrapped) : sequence(oid(id), wrapped);
}

/** The key of the issuer, by its identifier (RFC 5280 §4.2.1.1). */
export function authorityKeyIdentifier(keyId: string): Structure {
  return extension(OID.authorityKeyIdentifier, sequence(taggedBytes(0, Buffer.from(keyId, 'hex'))));
}

function basicConstraints(pathLength: number | undefined): Structure {
  return pathLength === undefined ? sequence(yes()) : sequence(yes(), integer(pathLength));
}

/** A named bit list: the zeros at its end are not written (X.690 §11.2.2). */
function keyUsage(usages: readonly string[]): Structure {
  const positions = usages.map((usage) => KEY_USAGES.indexOf(usage));
  if (positions.includes(-1)) throw new Error(`key usage is one of ${KEY_USAGES.join(', ')}, not ${usages.join(', ')}`);
  const last = Math.max(...positions);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const position of positions) bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (0x80 >> (position & 7));
  return bitString(bytes, 7 - (last & 7));
}

function purpose(name: string): Structure {
  return oid(KEY_PURPOSES[name] ?? name);
}

/** A name as version 1 templates have it ([MS-WCCE] §2.2.2.7.7.1), or the object identifier of a later one (§2.2.2.7.7.2). */
function template(name: string): Structure {
  if (/^\d+(\.\d+)+$/.test(name)) return extension(OID.templateV2, sequence(oid(name)));
  return extension(OID.templateNameV1, bmpString(name));
}

/** One distribution point with all addresses, as AD CS writes it. */
function distributionPoints(addresses: readonly string[]): Structure {
  return sequence(sequence(tagged(0, tagged(0, ...addresses.map(uriName)))));
}

function accessDescription(address: string): Structure {
  const ocsp = address.startsWith('ocsp:');
  return sequence(oid(ocsp ? OID.ocsp : OID.caIssuers), uriName(ocsp ? address.slice(5) : address));
}
