import type { CertificationAuthority, RequestRow } from '../../../../adcs/authority';
import { afterPeriod } from '../../../../adcs/period';
import type { CertificateTemplate } from '../../../../adcs/template';
import { DAY } from '../../../../determinism';
import { verdict } from '../../../../exploration/law';
import type { Deployment } from '../../../../world/deployment';
import { type Certificate, signedBy } from '../../../../x509/certificate';
import type { CertificateRequest } from '../../../../x509/certificate-request';
import { sameName } from '../../../../x509/names/distinguished-name';
import type { PoolLaw } from '../domain';

/** A certificate is what was requested, within the limits of the authority that issues it and of its template. */
export const ISSUANCE_LAW: PoolLaw = {
  name: 'a certificate matches its request and the limits of its authority',
  ofStep({ before, after }) {
    const [old, now] = [before.console.deployment, after.console.deployment];
    const issued = [...now.authorities.values()].flatMap((authority) =>
      newlyIssued(authority, old).map((row) => ({ authority, ...row })),
    );
    return verdict(
      issued.length > 0,
      issued.flatMap(({ authority, row, certificate }) =>
        differencesOf(now, authority, row, certificate).map((difference) => `request ${row.id}: ${difference}`),
      ),
    );
  },
};

function newlyIssued(authority: CertificationAuthority, old: Deployment) {
  const before = new Set(
    issuedBy(old.authorities.get(authority.name)).map(({ certificate }) => certificate.thumbprint),
  );
  return issuedBy(authority).filter(({ certificate }) => !before.has(certificate.thumbprint));
}

function issuedBy(authority: CertificationAuthority | undefined) {
  return (authority?.requests ?? []).flatMap((row) =>
    row.disposition.kind === 'issued' ? [{ row, certificate: row.disposition.certificate }] : [],
  );
}

/** The texts that are "true" for a sound certificate, with what is wrong with another one. */
function differencesOf(
  deployment: Deployment,
  authority: CertificationAuthority,
  row: RequestRow,
  certificate: Certificate,
): readonly string[] {
  const { request } = row;
  if (!request) return ['a file that is not a request received a certificate'];
  const template = authority.templates.find(({ name }) => name.toLowerCase() === row.template?.toLowerCase());
  return Object.entries({
    ...fromRequest(request, certificate),
    ...namesOf(authority, request, row, certificate),
    ...fromAuthority(deployment, authority, certificate),
    ...fromTemplate(template, request, certificate),
  }).flatMap(([difference, isSound]) => (isSound ? [] : [difference]));
}

function fromRequest(request: CertificateRequest, certificate: Certificate) {
  return {
    'the public key is not that of the request': certificate.publicKeyId === request.publicKeyId,
    'the request was not signed with its key': request.signatureValid,
    'the certificate is one of an authority': !certificate.isCa,
  };
}

/** A public authority may leave out parts of the subject and names, but adds none. */
function namesOf(
  { kind }: CertificationAuthority,
  request: CertificateRequest,
  { requestedNames }: RequestRow,
  { subject, subjectAlternativeNames }: Certificate,
) {
  const asked = requestedNames.length > 0 ? requestedNames : request.subjectAlternativeNames;
  const parts = request.subject.map(({ type, value }) => `${type}=${value}`);
  return kind === 'public'
    ? {
        'the subject has parts that the request has not': subject.every(({ type, value }) =>
          parts.includes(`${type}=${value}`),
        ),
        'it has alternative names that the request has not': subjectAlternativeNames.every((name) =>
          asked.includes(name),
        ),
      }
    : {
        'the subject is not that of the request': sameName(subject, request.subject),
        'the alternative names are not those of the request':
          JSON.stringify(subjectAlternativeNames) === JSON.stringify(asked),
      };
}

function fromAuthority({ determinism }: Deployment, authority: CertificationAuthority, certificate: Certificate) {
  const issuer = authority.generations.at(-1)?.certificate;
  const others = issuedBy(authority).filter((one) => one.certificate.serialNumber === certificate.serialNumber);
  return {
    'the newest key of the authority did not sign it': issuer !== undefined && signedBy(certificate, issuer),
    'it outlives its authority':
      !authority.validityEndsWithIssuer || certificate.notAfter <= (issuer?.notAfter ?? Number.NEGATIVE_INFINITY),
    'it is valid at another time than now':
      certificate.notBefore <= determinism.now && certificate.notAfter > determinism.now,
    'another certificate has its serial number': others.length === 1,
  };
}

function fromTemplate(
  template: CertificateTemplate | undefined,
  { keyBits }: CertificateRequest,
  { extendedKeyUsage, notBefore, notAfter }: Certificate,
) {
  if (!template) return {};
  return {
    'its key is shorter than the template allows': keyBits >= template.minimumKeySize,
    'its key usages are not those of the template':
      JSON.stringify(extendedKeyUsage) === JSON.stringify(template.extendedKeyUsage),
    'it is valid for longer than the template allows': notAfter <= afterPeriod(notBefore, template.validity) + DAY,
    'the template is not published': template.published,
  };
}
