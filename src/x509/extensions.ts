import { KEY_PURPOSES, OID } from './der/object-identifiers';
import {
  bitString,
  booleanTrue,
  integer,
  octetString,
  oid,
  type Structure,
  sequence,
  tagged,
  taggedBytes,
} from './der/write-der';
import { extension, once } from './extension';
import type { ExtensionContent, KeyIds } from './extension-content';
import { extensionOrder } from './extension-order';
import { applicationPolicies, caVersion, previousCaHash, template } from './microsoft-extensions';
import { generalName, uriName } from './names/general-names';
import { KEY_USAGES } from './read-extensions';

/**
 * `Extensions`, in the order of `extensionOrder`. The subject alternative name is critical if the subject is empty (RFC
 * 5280 §4.2.1.6).
 */
export function extensions(content: ExtensionContent, keyIds: KeyIds = {}): Structure {
  const present = presentExtensions(content, keyIds);
  const ordered = extensionOrder(content, keyIds).flatMap((id) => present[id] ?? []);
  return sequence(...ordered);
}

function presentExtensions(content: ExtensionContent, { subjectKeyId, authorityKeyId }: KeyIds) {
  const { keyUsage: usages, extendedKeyUsage: purposes, subjectAlternativeNames: names, templateName } = content;
  const { crlDistributionPoints: points, authorityInformationAccess: access, applicationPolicies: policies } = content;
  const { templateVersion: version, caVersion: ca } = content;
  const present: Record<string, Structure> = {};
  if (content.isCa) present[OID.basicConstraints] = basicConstraints(content.pathLength);
  if (usages.length > 0) present[OID.keyUsage] = keyUsage(`${!content.isCa}`, ...usages);
  if (purposes.length > 0) present[OID.extendedKeyUsage] = extendedKeyUsage(...purposes);
  if (templateName !== undefined)
    present[OID.templateNameV1] = template(templateName, ...(version ? [`${version.major}`, `${version.minor}`] : []));
  if (policies) present[OID.applicationPolicies] = applicationPolicies(...policies);
  if (names.length > 0) present[OID.subjectAlternativeName] = alternativeNames(names, content.subject.length === 0);
  if (subjectKeyId !== undefined) present[OID.subjectKeyIdentifier] = subjectKeyIdentifier(subjectKeyId);
  if (authorityKeyId !== undefined) present[OID.authorityKeyIdentifier] = authorityKeyIdentifier(authorityKeyId);
  if (points.length > 0) present[OID.crlDistributionPoints] = distributionPoints(...points);
  if (access.length > 0) present[OID.authorityInformationAccess] = accessDescriptions(...access);
  if (ca) present[OID.caVersion] = caVersion(ca);
  if (content.previousCaHash !== undefined) present[OID.previousCaHash] = previousCaHash(content.previousCaHash);
  return present;
}

/** The key identifier of the issuer (RFC 5280 §4.2.1.1). */
export const authorityKeyIdentifier = once((keyId: string) =>
  extension(OID.authorityKeyIdentifier, sequence(taggedBytes(0, Buffer.from(keyId, 'hex')))),
);

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

/**
 * A named bit list: trailing zeros are not encoded (X.690 §11.2.2). Windows authorities do not mark it as critical in
 * their own certificates.
 */
const keyUsage = once((critical: string, ...usages: string[]) => {
  const positions = usages.map((usage) => KEY_USAGES.indexOf(usage));
  if (positions.includes(-1)) throw new Error(`key usage is one of ${KEY_USAGES.join(', ')}, not ${usages.join(', ')}`);
  const last = Math.max(...positions);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const position of positions) bytes[position >> 3] = (bytes[position >> 3] ?? 0) | (0x80 >> (position & 7));
  return extension(OID.keyUsage, bitString(bytes, 7 - (last & 7)), critical === 'true');
});

const extendedKeyUsage = once((...names: string[]) =>
  extension(OID.extendedKeyUsage, sequence(...names.map((name) => oid(KEY_PURPOSES[name] ?? name)))),
);

/** One distribution point with all addresses, as in AD CS. */
const distributionPoints = once((...addresses: string[]) => extension(OID.crlDistributionPoints, onePoint(addresses)));

/** "Freshest CRL": where the delta CRL is. */
export function freshestCrl(addresses: readonly string[]): Structure {
  return extension(OID.freshestCrl, onePoint(addresses));
}

function onePoint(addresses: readonly string[]): Structure {
  return sequence(sequence(tagged(0, tagged(0, ...addresses.map(uriName)))));
}

const accessDescriptions = once((...addresses: string[]) =>
  extension(OID.authorityInformationAccess, sequence(...addresses.map(accessDescription))),
);

function accessDescription(address: string): Structure {
  const ocsp = address.startsWith('ocsp:');
  return sequence(oid(ocsp ? OID.ocsp : OID.caIssuers), uriName(ocsp ? address.slice(5) : address));
}
