import { KEY_PURPOSES, OID } from './der/object-identifiers';
import { bmpString, integer, octetString, oid, type Structure, sequence } from './der/write-der';
import { extension, once } from './extension';
import type { CaVersion } from './extension-content';

/** The extensions that Active Directory Certificate Services adds to those of RFC 5280. */

/**
 * A name, as in version 1 templates ([MS-WCCE] §2.2.2.7.7.1), or the object identifier of a later template
 * (§2.2.2.7.7.2).
 */
export const template = once((name: string, ...version: string[]) =>
  /^\d+(\.\d+)+$/.test(name)
    ? extension(OID.templateV2, sequence(oid(name), ...version.map(Number).map(integer)))
    : extension(OID.templateNameV1, bmpString(name)),
);

/** Application policies: `CertificatePolicies` with key purposes in place of policies. */
export const applicationPolicies = once((...names: string[]) =>
  extension(OID.applicationPolicies, sequence(...names.map((name) => sequence(oid(KEY_PURPOSES[name] ?? name))))),
);

/** The index of the key in the upper half, the index of the certificate in the lower one. */
export function caVersion({ certificateIndex, keyIndex }: CaVersion): Structure {
  return extension(OID.caVersion, integer(keyIndex * 0x10000 + certificateIndex));
}

/** The thumbprint of the certificate that the authority had before its renewal. */
export function previousCaHash(thumbprint: string): Structure {
  return extension(OID.previousCaHash, octetString(Buffer.from(thumbprint, 'hex')));
}
