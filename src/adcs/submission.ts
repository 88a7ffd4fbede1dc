import type { Determinism } from '../determinism';
import { HRESULTS, type HresultName, hresultCode, hresultMessage } from '../hresult';
import { Refusal } from '../refusal';
import { type CertificateRequest, readRequest } from '../x509/certificate-request';
import { adcsRefusal } from './adcs-refusals';
import { type CertificationAuthority, type Disposition, type RequestRow, withRow } from './authority';
import { issue } from './issuance';
import { type CertificateTemplate, isGranted, mayEnroll, type Requester } from './template';

/**
 * A submission to the authority: the bytes of the file and the request attributes (`CertificateTemplate:…`, `san:…`).
 */
export interface Submission {
  readonly requester: Requester;
  readonly request: Uint8Array;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Submitted {
  readonly authority: CertificationAuthority;
  readonly determinism: Determinism;
  readonly row: RequestRow;
}

/** The first request id. It is not 1, so that no code relies on 1. */
const FIRST_REQUEST_ID = 5;

/**
 * Submits a request. The checks have the order of the real product: the permission on the authority, the template, its
 * permissions, its rules, and the approval by a certificate manager. Denied and pending are outcomes. Every submission
 * gets a row, with one exception. Without the permission to request, the authority stores no row and throws the Refusal
 * `enroll-denied` (CERTSRV_E_ENROLL_DENIED).
 */
export function submit(authority: CertificationAuthority, submission: Submission, determinism: Determinism): Submitted {
  refuseStrangers(authority, submission.requester);
  const request = readable(submission.request);
  const template = templateAsked(submission, request);
  const row: RequestRow = {
    id: (authority.requests.at(-1)?.id ?? FIRST_REQUEST_ID - 1) + 1,
    requester: submission.requester.account,
    submittedAt: determinism.now,
    template: authority.kind === 'enterprise' ? template : null,
    request,
    requestedNames: authority.sanAttribute ? namesAsked(submission.attributes) : [],
    disposition: { kind: 'under submission' },
  };
  const denial = denialOf(authority, submission.requester, row);
  if (denial)
    return {
      authority: withRow(authority, { ...row, disposition: denial }),
      determinism,
      row: { ...row, disposition: denial },
    };
  if (isForManager(authority, row)) return { authority: withRow(authority, row), determinism, row };
  return issue(authority, row, determinism);
}

/** The published template with this name, if the authority has one. */
export function publishedTemplate(
  authority: CertificationAuthority,
  name: string | null,
): CertificateTemplate | undefined {
  return authority.templates.find((t) => t.published && t.name.toLowerCase() === name?.toLowerCase());
}

/** The text of the policy module for a denial, as certsrv and certreq show it. */
export function policyDenial(hresult: HresultName, template?: string): string {
  if (hresult === 'CERTSRV_E_UNSUPPORTED_CERT_TYPE') {
    const text =
      'The request was for a certificate template that is not supported by the Active Directory Certificate Services policy';
    return `Denied by Policy Module  ${hresultCode(hresult)}, ${text}: ${template ?? ''}.`;
  }
  if (hresult === 'CERTSRV_E_NO_CERT_TYPE') {
    const text =
      'The request does not contain a certificate template extension or the CertificateTemplate request attribute.';
    return `Denied by Policy Module  ${hresultCode(hresult)}, ${text}`;
  }
  return `Denied by Policy Module  ${hresultCode(hresult)}, ${HRESULTS[hresult][1]}`;
}

function refuseStrangers(authority: CertificationAuthority, requester: Requester): void {
  if (isGranted(requester, authority.permissions.requestCertificates)) return;
  throw adcsRefusal('enroll-denied', authority.name, { account: requester.account });
}

function readable(bytes: Uint8Array): CertificateRequest | null {
  try {
    return readRequest(bytes);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function templateAsked(submission: Submission, request: CertificateRequest | null): string | null {
  return submission.attributes.certificatetemplate ?? request?.templateName ?? null;
}

function namesAsked(attributes: Readonly<Record<string, string>>): readonly string[] {
  return (attributes.san ?? '')
    .split('&')
    .filter((pair) => pair.toLowerCase().startsWith('dns='))
    .map((pair) => pair.slice(4));
}

function denialOf(authority: CertificationAuthority, requester: Requester, row: RequestRow): Disposition | undefined {
  if (!row.request?.signatureValid) {
    const message = `Error Parsing Request  ${hresultMessage('CRYPT_E_ASN1_BADTAG')}`;
    return { kind: 'denied', hresult: 'CRYPT_E_ASN1_BADTAG', message };
  }
  if (authority.kind !== 'enterprise') return undefined;
  const hresult = templateDenial(authority, requester, row, row.request);
  return hresult && { kind: 'denied', hresult, message: policyDenial(hresult, row.template ?? undefined) };
}

function templateDenial(
  authority: CertificationAuthority,
  requester: Requester,
  row: RequestRow,
  request: CertificateRequest,
): HresultName | undefined {
  if (row.template === null) return 'CERTSRV_E_NO_CERT_TYPE';
  const template = publishedTemplate(authority, row.template);
  if (!template) return 'CERTSRV_E_UNSUPPORTED_CERT_TYPE';
  if (!mayEnroll(requester, template)) return 'CERTSRV_E_TEMPLATE_DENIED';
  if (request.keyBits < template.minimumKeySize) return 'CERTSRV_E_KEY_LENGTH';
  return request.subject.length === 0 ? 'CERTSRV_E_BAD_REQUESTSUBJECT' : undefined;
}

function isForManager(authority: CertificationAuthority, row: RequestRow): boolean {
  return authority.managerApproval || publishedTemplate(authority, row.template)?.managerApproval === true;
}
