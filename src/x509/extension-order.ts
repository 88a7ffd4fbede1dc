import { OID } from './der/object-identifiers';
import type { ExtensionContent, KeyIds } from './extension-content';

/**
 * Active Directory Certificate Services writes the extensions of the request first, in the order of the request, then
 * those that the authority adds, then those of the template. Roots and subordinate authorities have other orders. (As
 * seen in certificates of Windows authorities; no document states it.)
 */
export function extensionOrder(
  { isCa, requestedExtensions = [] }: Pick<ExtensionContent, 'isCa' | 'requestedExtensions'>,
  { authorityKeyId }: KeyIds,
): readonly string[] {
  if (isCa) return authorityKeyId === undefined ? ROOT_ORDER : SUBORDINATE_ORDER;
  return [...new Set([...requestedExtensions, ...LEAF_ORDER])];
}

const ROOT_ORDER: readonly string[] = [
  OID.templateNameV1,
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.subjectAlternativeName,
  OID.subjectKeyIdentifier,
  OID.crlDistributionPoints,
  OID.authorityInformationAccess,
  OID.caVersion,
  OID.previousCaHash,
];
const SUBORDINATE_ORDER: readonly string[] = [
  OID.caVersion,
  OID.previousCaHash,
  OID.subjectKeyIdentifier,
  OID.templateNameV1,
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.subjectAlternativeName,
  OID.authorityKeyIdentifier,
  OID.crlDistributionPoints,
  OID.authorityInformationAccess,
];
const LEAF_ORDER: readonly string[] = [
  OID.subjectAlternativeName,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.crlDistributionPoints,
  OID.authorityInformationAccess,
  OID.templateNameV1,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.applicationPolicies,
];
