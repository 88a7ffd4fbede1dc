import { KEY_PURPOSES, nameOf } from './der/object-identifiers';
import type { ExtensionContent, KeyIds } from './extension-content';
import { normalizedAddress, normalizedName } from './names/general-names';
import { KEY_USAGES, type ReadExtensions } from './read-extensions';

/** The value that readExtensions gives for these extensions after they are written. */
export function writtenExtensions(content: ExtensionContent, { subjectKeyId, authorityKeyId }: KeyIds): ReadExtensions {
  const { isCa, pathLength, templateName } = content;
  return {
    subjectAlternativeNames: Object.freeze(content.subjectAlternativeNames.map(normalizedName)),
    extendedKeyUsage: Object.freeze(content.extendedKeyUsage.map((p) => nameOf(KEY_PURPOSES, p) ?? p)),
    hasExtendedKeyUsage: content.extendedKeyUsage.length > 0,
    hasKeyUsage: content.keyUsage.length > 0,
    keyUsage: Object.freeze(KEY_USAGES.filter((usage) => content.keyUsage.includes(usage))),
    isCa,
    crlDistributionPoints: Object.freeze(content.crlDistributionPoints.map(normalizedAddress)),
    authorityInformationAccess: Object.freeze(content.authorityInformationAccess.map(normalizedAddress)),
    unknownCriticalExtensions: NONE,
    ...(isCa && pathLength !== undefined ? { pathLength } : {}),
    ...(subjectKeyId === undefined ? {} : { subjectKeyId }),
    ...(authorityKeyId === undefined ? {} : { authorityKeyId }),
    ...(templateName === undefined ? {} : { templateName }),
  };
}

const NONE: readonly string[] = Object.freeze([]);
