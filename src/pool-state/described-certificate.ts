import { namedMemo } from '../memo';
import type { Certificate } from '../x509/certificate';
import { type DistinguishedName, distinguishedName, sameName } from '../x509/names/distinguished-name';
import type { StateDescription } from './server-state';

/**
 * The certificate of a description. It has no DER, so no signature of it can be checked. What the description does not say
 * has a value that gives no finding; only missing names give one.
 */
export function describedCertificate(description: StateDescription): Certificate {
  return described(JSON.stringify(description), () => certificateOf(description));
}

const described = namedMemo<Certificate>();
const ALWAYS = Date.UTC(1950, 0, 1);
const NEVER = Date.UTC(9999, 11, 31);

function certificateOf(description: StateDescription): Certificate {
  const { thumbprint, hasExtensions } = description;
  const subject = nameOf(description.subject, thumbprint);
  const issuer = nameOf(description.issuer, `issuer of ${thumbprint}`);
  const selfSigned = description.isRoot ?? sameName(subject, issuer);
  return Object.freeze({
    kind: 'certificate',
    version: 3,
    der: new Uint8Array(),
    thumbprint,
    subject,
    issuer,
    serialNumber: description.serialNumber ?? '',
    notBefore: instantOf(description.notBefore, ALWAYS),
    notAfter: instantOf(description.notAfter, NEVER),
    publicKeyId: description.publicKeyId ?? description.subjectKeyId ?? `unknown key of ${thumbprint}`,
    keyAlgorithm: description.keyAlgorithm ?? 'RSA',
    keyBits: description.keyBits ?? 2048,
    signatureAlgorithm: description.signatureAlgorithm ?? 'sha256RSA',
    selfSigned,
    subjectAlternativeNames: description.names ?? [],
    ...usageOf(description),
    // without its extensions, an issuer counts as an authority
    isCa: hasExtensions ? description.isCa === true : true,
    ...(description.pathLength === null ? {} : { pathLength: description.pathLength }),
    crlDistributionPoints: description.crlDistributionPoints ?? (hasExtensions ? [] : ['unknown']),
    authorityInformationAccess: [],
    unknownCriticalExtensions: [],
    ...(description.subjectKeyId === null ? {} : { subjectKeyId: description.subjectKeyId }),
    ...(description.authorityKeyId === null ? {} : { authorityKeyId: description.authorityKeyId }),
  });
}

function usageOf({ keyUsage, extendedKeyUsage }: StateDescription) {
  return {
    keyUsage: keyUsage ?? [],
    hasKeyUsage: keyUsage !== null,
    extendedKeyUsage: extendedKeyUsage ?? [],
    hasExtendedKeyUsage: extendedKeyUsage !== null,
  };
}

function nameOf(text: string | null, otherwise: string): DistinguishedName {
  return text === null ? [{ type: 'CN', value: otherwise }] : distinguishedName(text);
}

function instantOf(text: string | null, otherwise: number): number {
  return text === null ? otherwise : Date.parse(text);
}
