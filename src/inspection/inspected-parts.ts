import type { Instant } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import type { Crl } from '../x509/crl';
import { formatName } from '../x509/names/distinguished-name';
import type { InspectedCertificate, InspectedList, InspectedRequest } from './inspection';
import { hasKeyOf, type InspectedContent } from './reading/file-content';

/** The parts of an inspection that only say what a file holds. */

/** A certificate of the file with this content. */
export function inspectedCertificate(content: InspectedContent, certificate: Certificate): InspectedCertificate {
  const { serialNumber, thumbprint, keyAlgorithm, keyBits, signatureAlgorithm, isCa, selfSigned } = certificate;
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    serialNumber,
    thumbprint,
    notBefore: isoTime(certificate.notBefore),
    notAfter: isoTime(certificate.notAfter),
    keyAlgorithm,
    keyBits,
    signatureAlgorithm,
    subjectAlternativeNames: certificate.subjectAlternativeNames,
    extendedKeyUsage: certificate.extendedKeyUsage,
    isCa,
    selfSigned,
    hasPrivateKey: hasKeyOf(content, certificate),
  };
}

/** The request of a file. */
export function inspectedRequest(request: CertificateRequest): InspectedRequest {
  const { keyAlgorithm, keyBits, signatureAlgorithm, extendedKeyUsage, keyUsage, signatureValid } = request;
  return {
    subject: formatName(request.subject),
    keyAlgorithm,
    keyBits,
    signatureAlgorithm,
    subjectAlternativeNames: request.subjectAlternativeNames,
    extendedKeyUsage,
    keyUsage,
    templateName: request.templateName ?? null,
    signatureValid,
  };
}

/** The revocation list of a file. */
export function inspectedList({ issuer, number, thisUpdate, nextUpdate, revoked }: Crl): InspectedList {
  return {
    issuer: formatName(issuer),
    number,
    thisUpdate: isoTime(thisUpdate),
    nextUpdate: Number.isFinite(nextUpdate) ? isoTime(nextUpdate) : null,
    revoked: revoked.length,
  };
}

/** ISO 8601 in UTC, to the second. */
export function isoTime(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
