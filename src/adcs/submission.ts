import type { Determinism, Instant } from '../determinism';
import { HRESULTS, type HresultName, hresultCode, hresultMessage } from '../hresult';
import { Refusal } from '../refusal';
import { type CertificateRequest, readRequest } from '../x509/certificate-request';
import { formatName } from '../x509/names/distinguished-name';
import { adcsRefusal } from './adcs-refusals';
import {
  type AuthorityEvent,
  type CertificationAuthority,
  type Disposition,
  type RequestRow,
  withEvent,
  withRow,
} from './authority';
import { issue } from './issuance';
import { publicProfile } from './public-policy';
import { failureEvent, failureMessage, parsingFailure } from './request-parsing';
import { type CertificateTemplate, isGranted, mayEnroll, type Requester, type SchemaVersion } from './template';

/**
 * A submission to the authority: the bytes of the file and the request attributes (`CertificateTemplate:…`, `san:…`).
 */
export interface Submission {
  readonly requester: Requester;
  readonly request: Uint8Array;
  readonly attributes: Readonly<Record<string, string>>;
  /** the highest schema version of templates that the Windows of the authority's server supports; without it, every one */
  readonly highestTemplateVersion?: SchemaVersion | undefined;
}

export interface Submitted {
  readonly authority: CertificationAuthority;
  readonly determinism: Determinism;
  readonly row: RequestRow;
}

/** The first request id. It is not 1, so that no code relies on 1. */
const FIRST_REQUEST_ID = 5;

/**
 * Submits a request. The steps have the order of the real product: the permission on the authority; parsing; the policy
 * module; and the approval by a certificate manager. The policy module checks the template, its permissions and its rules.
 * Denied and pending are outcomes, and the database gets a row. Refusals, without a row: `authority-stopped`
 * (RPC_S_SERVER_UNAVAILABLE), `enroll-denied` (CERTSRV_E_ENROLL_DENIED), and those of a public authority's policy.
 */
export function submit(authority: CertificationAuthority, submission: Submission, determinism: Determinism): Submitted {
  if (authority.service.stoppedAt !== null) throw adcsRefusal('authority-stopped', authority.name);
  const isStranger = !isGranted(submission.requester, authority.permissions.requestCertificates);
  if (isStranger && !authority.recordsEnrollDenials) throw enrollDenied(authority, submission.requester);
  const row = newRow(authority, submission, determinism);
  const [failed, disposition] = isStranger
    ? [[], denied('CERTSRV_E_ENROLL_DENIED')]
    : decisionOn(authority, submission, row, determinism.now);
  if (disposition) {
    const decided: RequestRow = { ...row, disposition };
    return { authority: withRow(failed.reduce(withEvent, authority), decided), determinism, row: decided };
  }
  if (authority.kind === 'public' && row.request) publicProfile(authority, row.request, determinism.now);
  if (isForManager(authority, row)) return { authority: withRow(authority, row), determinism, row };
  return issue(authority, row, determinism);
}

function newRow(authority: CertificationAuthority, submission: Submission, { now }: Determinism): RequestRow {
  const { requester } = submission;
  const { request, ...error } = readable(submission.request);
  return {
    id: (authority.requests.at(-1)?.id ?? FIRST_REQUEST_ID - 1) + 1,
    requester: requester.account,
    submittedAt: now,
    template: authority.kind === 'enterprise' ? templateAsked(submission, request) : null,
    request,
    ...error,
    ...(requester.dnsHostName === undefined ? {} : { dnsHostName: requester.dnsHostName }),
    requestedNames: authority.sanAttribute ? namesAsked(submission.attributes) : [],
    disposition: { kind: 'under submission' },
  };
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

function enrollDenied(authority: CertificationAuthority, { account }: Requester): Refusal {
  return adcsRefusal('enroll-denied', authority.name, { account });
}

/** The request in the file. A file that ends too early has another error than one that never was a request. */
function readable(bytes: Uint8Array): Pick<RequestRow, 'request' | 'unreadable'> {
  try {
    return { request: readRequest(bytes) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isCut = /encoding\.(?:too-few-bytes|truncated)/.test(JSON.stringify(error.detail));
    return { request: null, unreadable: isCut ? 'CRYPT_E_ASN1_EOD' : 'CRYPT_E_ASN1_BADTAG' };
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

/** The decision of parsing and of the policy module, with its event; no disposition: nothing is against the request. */
function decisionOn(
  authority: CertificationAuthority,
  submission: Submission,
  row: RequestRow,
  at: Instant,
): readonly [readonly AuthorityEvent[], Disposition | undefined] {
  const subject = row.request?.subject ?? [];
  const failure = parsingFailure(authority, row);
  if (failure) {
    const event = { id: 22, at, message: failureEvent(row.id, subject, failure) } as const;
    return [[event], { kind: 'denied', hresult: failure.hresult, message: failureMessage(failure) }];
  }
  const hresult = authority.kind === 'enterprise' ? templateDenial(authority, submission, row) : undefined;
  if (!hresult) return [[], undefined];
  const disposition = denied(hresult, row.template ?? undefined);
  const message = `Active Directory Certificate Services denied request ${row.id} because ${hresultMessage(hresult)}.  The request was for ${formatName(subject)}.  Additional information: Denied by Policy Module`;
  return [[{ id: 53, at, message }], disposition];
}

function denied(hresult: HresultName, template?: string) {
  return { kind: 'denied', hresult, message: policyDenial(hresult, template) } as const;
}

function templateDenial(
  authority: CertificationAuthority,
  { requester, highestTemplateVersion = 4 }: Submission,
  row: RequestRow,
): HresultName | undefined {
  if (row.template === null) return 'CERTSRV_E_NO_CERT_TYPE';
  const template = publishedTemplate(authority, row.template);
  if (!template || template.version > highestTemplateVersion) return 'CERTSRV_E_UNSUPPORTED_CERT_TYPE';
  if (!mayEnroll(requester, template)) return 'CERTSRV_E_TEMPLATE_DENIED';
  if ((row.request?.keyBits ?? 0) < template.minimumKeySize) return 'CERTSRV_E_KEY_LENGTH';
  const isNamed = template.subjectFrom === 'request' || row.dnsHostName !== undefined;
  return isNamed ? undefined : 'CERTSRV_E_SUBJECT_DNS_REQUIRED';
}

function isForManager(authority: CertificationAuthority, row: RequestRow): boolean {
  return authority.managerApproval || publishedTemplate(authority, row.template)?.managerApproval === true;
}
