import { type Determinism, type Instant, MINUTE } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import { type DistinguishedName, distinguishedName } from '../x509/names/distinguished-name';
import { type CertificateContent, signCertificate } from '../x509/sign-certificate';
import { type CertificationAuthority, currentGeneration, type RequestRow, withRow } from './authority';
import { publicationAddresses, versionOf } from './generation';
import { afterPeriod } from './period';
import { publicProfile } from './public-policy';
import { takeSerialNumber } from './serial-number';
import type { CertificateTemplate } from './template';
import { templateExtensions } from './template-extensions';

/**
 * Signs the request and stores the row as issued. Subject and names come from the request ("supply in the request"), or
 * from the directory if the template says so. Usage and addresses come from the template and the authority. The
 * certificate becomes valid ClockSkewMinutes before now. It ends with the least of three: the validity of the template,
 * ValidityPeriod of the registry, and the authority's certificate (gradenegger.eu, "Issue certificates with shortened
 * validity period"). A public authority applies its policy. Refusals: those of `publicProfile`.
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

function contentOf(
  authority: CertificationAuthority,
  row: RequestRow,
  request: CertificateRequest,
  { now, serialNumber }: { now: Instant; serialNumber: string },
): Omit<CertificateContent, 'crlDistributionPoints' | 'authorityInformationAccess'> {
  const template = authority.templates.find((t) => t.name.toLowerCase() === row.template?.toLowerCase());
  return {
    ...named(authority, row, request, { now, template }),
    publicKey: request,
    serialNumber,
    notBefore: now - authority.clockSkewMinutes * MINUTE,
    hash: authority.hash,
    probabilistic: authority.alternateSignature,
    isCa: false,
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    requestedExtensions: request.requestedExtensions,
    ...(template ? templateExtensions(template) : {}),
  };
}

type Named = Pick<CertificateContent, 'subject' | 'subjectAlternativeNames' | 'extendedKeyUsage' | 'notAfter'>;

function named(
  authority: CertificationAuthority,
  row: RequestRow,
  request: CertificateRequest,
  { now, template }: { now: Instant; template: CertificateTemplate | undefined },
): Named {
  const end = endOf(authority, template, now);
  if (authority.kind === 'public') {
    const profile = publicProfile(authority, request, now);
    return { ...profile, notAfter: Math.min(end, profile.notAfter) };
  }
  const asked = request.extendedKeyUsage.length > 0 ? request.extendedKeyUsage : ['serverAuth'];
  const names = row.requestedNames.length > 0 ? row.requestedNames : request.subjectAlternativeNames;
  const directory = template?.subjectFrom === 'directory' ? directoryNames(row) : undefined;
  return {
    subject: request.subject,
    subjectAlternativeNames: names,
    ...directory,
    extendedKeyUsage: template?.extendedKeyUsage ?? asked,
    notAfter: end,
  };
}

/** "Build from this Active Directory information": the DNS name of the requester's account, twice. */
function directoryNames({ dnsHostName = '' }: RequestRow): {
  subject: DistinguishedName;
  subjectAlternativeNames: readonly string[];
} {
  return { subject: distinguishedName(`CN="${dnsHostName}"`), subjectAlternativeNames: [dnsHostName] };
}

function endOf(authority: CertificationAuthority, template: CertificateTemplate | undefined, now: Instant): Instant {
  const longest = afterPeriod(now, authority.settings.validity);
  const wanted = template ? Math.min(longest, afterPeriod(now, template.validity)) : longest;
  return authority.validityEndsWithIssuer
    ? Math.min(wanted, currentGeneration(authority).certificate.notAfter)
    : wanted;
}
