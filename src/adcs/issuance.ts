import { type Determinism, type Instant, MINUTE } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import { type CertificateContent, signCertificate } from '../x509/sign-certificate';
import { type CertificationAuthority, currentGeneration, type RequestRow, withRow } from './authority';
import { publicationAddresses, versionOf } from './generation';
import { takeSerialNumber } from './serial-number';
import { templateExtensions } from './template-extensions';

/**
 * Signs the request and stores the row as issued. Subject and names come from the request ("supply in the request").
 * Usage, lifetime and addresses come from the template and the authority. The certificate becomes valid
 * ClockSkewMinutes before now and expires no later than the authority's certificate.
 */
export function issue(
  authority: CertificationAuthority,
  row: RequestRow,
  determinism: Determinism,
): { authority: CertificationAuthority; determinism: Determinism; row: RequestRow } {
  if (!row.request) throw new Error(`request ${row.id} of ${authority.name} cannot be read and so cannot be issued`);
  const generation = currentGeneration(authority);
  const version = versionOf(authority.generations, generation);
  const [serialNumber, next] = takeSerialNumber(determinism, { ...version, requestId: row.id });
  const content = contentOf(authority, row, row.request, { now: determinism.now, serialNumber });
  const certificate: Certificate = signCertificate(
    { ...content, ...publicationAddresses(authority, version) },
    generation,
  );
  const issued: RequestRow = { ...row, disposition: { kind: 'issued', certificate } };
  return { authority: withRow(authority, issued), determinism: next, row: issued };
}

/** The instant `years` later, on the same day of the year. */
export function yearsAfter(instant: Instant, years: number): Instant {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function contentOf(
  authority: CertificationAuthority,
  row: RequestRow,
  request: CertificateRequest,
  { now, serialNumber }: { now: Instant; serialNumber: string },
): Omit<CertificateContent, 'crlDistributionPoints' | 'authorityInformationAccess'> {
  const template = authority.templates.find((t) => t.name.toLowerCase() === row.template?.toLowerCase());
  const years = template?.validityYears ?? authority.validityYears;
  const wanted = yearsAfter(now, years);
  const asked = request.extendedKeyUsage.length > 0 ? request.extendedKeyUsage : ['serverAuth'];
  return {
    subject: request.subject,
    publicKey: request,
    serialNumber,
    notBefore: now - authority.clockSkewMinutes * MINUTE,
    notAfter: authority.validityEndsWithIssuer
      ? Math.min(wanted, currentGeneration(authority).certificate.notAfter)
      : wanted,
    hash: authority.hash,
    probabilistic: authority.alternateSignature,
    isCa: false,
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: template?.extendedKeyUsage ?? asked,
    subjectAlternativeNames: row.requestedNames.length > 0 ? row.requestedNames : request.subjectAlternativeNames,
    requestedExtensions: request.requestedExtensions,
    ...(template ? templateExtensions(template) : {}),
  };
}
