import type { Determinism } from '../determinism';
import type { Certificate } from '../x509/certificate';
import { signCertificate } from '../x509/sign-certificate';
import type { CertificationAuthority } from './authority';
import { type Generation, publicationAddresses, versionOf } from './generation';
import { takeRootSerialNumber } from './serial-number';

/**
 * The authority with two more cross certificates: each key of two generations certified by the other one ([MS-CSRA]
 * 3.1.4.1, template CrossCA). Those who trust one root reach the certificates of the other one with them.
 */
export function withCrossCertificates(
  authority: CertificationAuthority,
  [earlier, later]: readonly [Generation, Generation],
  determinism: Determinism,
): { authority: CertificationAuthority; determinism: Determinism } {
  const [first, afterFirst] = takeRootSerialNumber(determinism);
  const [second, next] = takeRootSerialNumber(afterFirst);
  const crossCertificates = [
    ...authority.crossCertificates,
    crossCertificate(authority, { subject: later, issuer: earlier, serialNumber: first }),
    crossCertificate(authority, { subject: earlier, issuer: later, serialNumber: second }),
  ];
  return { authority: { ...authority, crossCertificates }, determinism: next };
}

/** A certificate for the key of one generation that the key of another one signs; it ends with the first of both. */
function crossCertificate(
  authority: CertificationAuthority,
  { subject, issuer, serialNumber }: { subject: Generation; issuer: Generation; serialNumber: string },
): Certificate {
  const [of, by] = [subject.certificate, issuer.certificate];
  const content = {
    subject: of.subject,
    publicKey: subject.keyPair,
    serialNumber,
    hash: authority.hash,
    notBefore: Math.max(of.notBefore, by.notBefore),
    notAfter: Math.min(of.notAfter, by.notAfter),
    isCa: true,
    keyUsage: of.keyUsage,
    extendedKeyUsage: [],
    subjectAlternativeNames: [],
    templateName: 'CrossCA',
    ...publicationAddresses(authority, versionOf(authority.generations, issuer)),
  };
  return signCertificate(content, issuer);
}
