import { type HresultName, hresultMessage } from '../../hresult';
import type { StoreEntry, StoreLocation } from '../../windows/certificate-store';
import { linkedKey, type Machine } from '../../windows/machine';
import type { Certificate } from '../../x509/certificate';
import { formatName } from '../../x509/names/distinguished-name';
import type { PathVerdict } from '../../x509/paths/certification-path';
import { usDate } from '../us-date';

/** How certutil prints a certificate, its key and its path: its labels, in the order of the real output. */

/** A certificate of a store, below its separator. With -v, also its version, algorithms, names and usage. */
export function certificateBlock(certificate: Certificate, index: number, verbose: boolean): readonly string[] {
  return [`================ Certificate ${index} ================`, ...certificateLines(certificate, verbose)];
}

/** The lines about a certificate. */
export function certificateLines(certificate: Certificate, verbose = false): readonly string[] {
  const { serialNumber, issuer, subject, notBefore, notAfter, selfSigned, templateName, thumbprint } = certificate;
  return [
    ...(verbose ? [`X509 Certificate:`, `Version: ${certificate.version}`] : []),
    `Serial Number: ${serialNumber}`,
    ...(verbose ? [`Signature Algorithm: ${certificate.signatureAlgorithm}`] : []),
    `Issuer: ${formatName(issuer)}`,
    ` NotBefore: ${usDate(notBefore)}`,
    ` NotAfter: ${usDate(notAfter)}`,
    `Subject: ${formatName(subject)}`,
    ...(verbose ? extensionLines(certificate) : []),
    selfSigned ? 'Signature matches Public Key' : 'Non-root Certificate',
    ...(selfSigned ? ['Root Certificate: Subject matches Issuer'] : []),
    ...(templateName ? [`Template: ${templateName}`] : []),
    `Cert Hash(sha1): ${(thumbprint.toLowerCase().match(/../g) ?? []).join(' ')}`,
  ];
}

function extensionLines(certificate: Certificate): readonly string[] {
  const listed = (title: string, values: readonly string[]): readonly string[] =>
    values.length > 0 ? [`${title}:`, ...values.map((value) => `    ${value}`)] : [];
  return [
    `Public Key Algorithm: ${certificate.keyAlgorithm}`,
    `Public Key Length: ${certificate.keyBits} bits`,
    ...listed('Subject Alternative Name', certificate.subjectAlternativeNames),
    ...listed('Key Usage', certificate.keyUsage),
    ...listed('Enhanced Key Usage', certificate.extendedKeyUsage),
    ...listed('CRL Distribution Points', certificate.crlDistributionPoints),
    ...listed('Authority Information Access', certificate.authorityInformationAccess),
  ];
}

/**
 * The lines about the private key of a stored certificate; none for a certificate without one. "Missing stored keyset":
 * the certificate names a container that does not exist any more.
 */
export function keyLines(machine: Machine, location: StoreLocation, entry: StoreEntry): readonly string[] {
  if (entry.keyContainer === null) return [];
  const container = `  Key Container = ${entry.keyContainer}`;
  const key = linkedKey(machine, location, entry);
  if (!key) return [container, 'Missing stored keyset'];
  return [
    container,
    `  Unique container name: ${key.container}`,
    `  Provider = ${key.provider}`,
    ...(key.exportable ? [] : ['Private key is NOT exportable']),
    key.keyPair.publicKeyId === entry.certificate.publicKeyId
      ? 'Encryption test passed'
      : 'Stored private key does NOT match the certificate',
  ];
}

const PATH_ERRORS: Readonly<Partial<Record<string, HresultName>>> = {
  'root-not-trusted': 'CERT_E_UNTRUSTEDROOT',
  expired: 'CERT_E_EXPIRED',
  'not-yet-valid': 'CERT_E_EXPIRED',
};

/** The lines about a certification path: its certificates, and the error or that the certificate is valid. */
export function pathLines({ certificates, code }: PathVerdict): readonly string[] {
  const elements = certificates.map(
    ({ subject, thumbprint }, index) => `  CertContext[0][${index}]: ${formatName(subject)}, ${thumbprint}`,
  );
  if (code === null) return [...elements, 'Certificate is valid'];
  return [...elements, hresultMessage(PATH_ERRORS[code] ?? 'CERT_E_CHAINING')];
}
