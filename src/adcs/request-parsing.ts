import { type HresultName, hresultMessage } from '../hresult';
import type { CertificateRequest } from '../x509/certificate-request';
import { type DistinguishedName, formatName, sameName } from '../x509/names/distinguished-name';
import { sizesOf } from '../x509/request-sizes';
import { type CertificationAuthority, currentGeneration } from './authority';
import { fitsBounds } from './name-bounds';
import { LONG_EXTENSIONS } from './registry';

/** Why Certificate Services cannot process a request, before the policy module sees it. */
export interface ParsingFailure {
  readonly hresult: HresultName;
  /** the text before the system message in the disposition message */
  readonly step: 'Error Parsing Request' | 'Error Verifying Request Signature or Signing Certificate';
}

/** The request as it was submitted, with the alternative names of the attribute `san:`. */
export interface SubmittedRequest {
  readonly request: CertificateRequest | null;
  /** why a file is not a request */
  readonly unreadable?: HresultName;
  readonly requestedNames: readonly string[];
}

/**
 * The greatest number of bytes in columns of the request database: RawRequest, RawName (certutil -schema), and
 * ExtensionRawValue, which DBFlags can expand (KB 5017242).
 */
const COLUMNS = { rawRequest: 65_536, rawName: 4096, extension: 4096, longExtension: 16_384 } as const;

/**
 * The failure of parsing a request. It is not a request; its key did not sign it; its parts do not fit the database; or
 * its subject is unacceptable. A subject is unacceptable if a part exceeds its bound, if it is the authority's, or without
 * subject and alternative name (gradenegger.eu, "Error Parsing Request … 0x80094001").
 */
export function parsingFailure(
  authority: CertificationAuthority,
  { request, unreadable, requestedNames }: SubmittedRequest,
): ParsingFailure | undefined {
  if (!request) return parsing(unreadable ?? 'CRYPT_E_ASN1_BADTAG');
  if (!request.signatureValid)
    return { hresult: 'NTE_BAD_SIGNATURE', step: 'Error Verifying Request Signature or Signing Certificate' };
  if (!fitsDatabase(authority, request)) return parsing('JET_errColumnTooBig');
  const names = [...request.subjectAlternativeNames, ...requestedNames];
  return isSubjectAccepted(authority, request.subject, names) ? undefined : parsing('CERTSRV_E_BAD_REQUESTSUBJECT');
}

/** The disposition message of a request that failed. */
export function failureMessage({ hresult, step }: ParsingFailure): string {
  return `${step}  ${hresultMessage(hresult)}`;
}

/** The text of event 22 of the authority (Microsoft-Windows-CertificationAuthority). */
export function failureEvent(id: number, subject: DistinguishedName, { hresult, step }: ParsingFailure): string {
  const name = formatName(subject);
  return `Active Directory Certificate Services could not process request ${id} due to an error: ${hresultMessage(hresult)}.  The request was for ${name}.  Additional information: ${step}`;
}

function parsing(hresult: HresultName): ParsingFailure {
  return { hresult, step: 'Error Parsing Request' };
}

function fitsDatabase({ settings }: CertificationAuthority, request: CertificateRequest): boolean {
  const longest = settings.dbFlags & LONG_EXTENSIONS ? COLUMNS.longExtension : COLUMNS.extension;
  const { subject, extensions } = sizesOf(request);
  return (
    request.der.length <= COLUMNS.rawRequest &&
    subject <= COLUMNS.rawName &&
    extensions.every((bytes) => bytes <= longest)
  );
}

function isSubjectAccepted(
  authority: CertificationAuthority,
  subject: DistinguishedName,
  names: readonly string[],
): boolean {
  if (subject.length === 0) return names.length > 0;
  if (sameName(subject, currentGeneration(authority).certificate.subject)) return false;
  return !authority.settings.enforceX500NameLengths || fitsBounds(subject);
}
