import type { Instant } from '../determinism';
import type { HresultName } from '../hresult';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import type { Hash } from '../x509/keys/signature';
import { adcsRefusal, NO_REQUESTS } from './adcs-refusals';
import type { Generation } from './generation';
import type { CertificateTemplate } from './template';

/**
 * A certification authority of Active Directory Certificate Services: offline root, policy CA, issuing CA or
 * stand-alone CA. A public CA is an authority whose staff decide each request. Deliberate differences: the request
 * database is in memory, CRLs are published at once, and there is no autoenrollment.
 */
export interface CertificationAuthority {
  readonly kind: 'enterprise' | 'standalone' | 'public';
  readonly name: string;
  /** the server on which it runs; null for an offline authority */
  readonly host: string | null;
  /** its certificates and keys, the oldest first; the last one signs */
  readonly generations: readonly Generation[];
  /** its issuers, the direct one first, the root last */
  readonly superiors: readonly Certificate[];
  readonly hash: Hash;
  /** AlternateSignatureAlgorithm: it signs with RSASSA-PSS */
  readonly alternateSignature: boolean;
  readonly templates: readonly CertificateTemplate[];
  readonly permissions: {
    readonly requestCertificates: readonly string[];
    readonly certificateManagers: readonly string[];
  };
  /** a certificate manager decides every request (the default of a standalone CA) */
  readonly managerApproval: boolean;
  /** EDITF_ATTRIBUTESUBJECTALTNAME2: the authority honours the request attribute `san:` */
  readonly sanAttribute: boolean;
  /** validity in years if no template defines it */
  readonly validityYears: number;
  /** how long before the time of issue a certificate becomes valid (ClockSkewMinutes) */
  readonly clockSkewMinutes: number;
  /** whether the validity is limited to that of the authority's certificate */
  readonly validityEndsWithIssuer: boolean;
  /** the addresses of its first CRL and certificate; see `publicationAddresses` */
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly certsrv: { readonly requireSsl: boolean; readonly httpsBinding: boolean };
  readonly requests: readonly RequestRow[];
}

/** A row of the request database. */
export interface RequestRow {
  readonly id: number;
  readonly requester: string;
  readonly submittedAt: Instant;
  /** the template's name; null for an authority without templates */
  readonly template: string | null;
  /** null if the submitted file is unreadable */
  readonly request: CertificateRequest | null;
  /** names from the request attribute `san:` */
  readonly requestedNames: readonly string[];
  readonly disposition: Disposition;
}

/** The result of a request (ICertRequest dispositions 2, 3, 5 and 6). */
export type Disposition =
  | { readonly kind: 'issued'; readonly certificate: Certificate }
  | { readonly kind: 'under submission' }
  | { readonly kind: 'denied'; readonly hresult: HresultName; readonly message: string }
  | { readonly kind: 'revoked'; readonly certificate: Certificate; readonly at: Instant; readonly reason: number };

/** The generation that currently signs. */
export function currentGeneration(authority: CertificationAuthority): Generation {
  const generation = authority.generations.at(-1);
  if (!generation) throw new Error(`${authority.name} has no certificate`);
  return generation;
}

/** The generation that signed the certificate, by key identifier; undefined for another authority's certificate. */
export function generationOf(
  { generations }: CertificationAuthority,
  { authorityKeyId }: Certificate,
): Generation | undefined {
  return generations.find(({ certificate }) => certificate.subjectKeyId === authorityKeyId);
}

/** The certification path of a generation: its certificate first, the root last. Default: the current generation. */
export function pathOf(
  authority: CertificationAuthority,
  { certificate }: Generation = currentGeneration(authority),
): readonly Certificate[] {
  return certificate.selfSigned ? [certificate] : [certificate, ...authority.superiors];
}

/** The row with this id. Refusal `no-such-request` (CERTSRV_E_NO_REQUEST). */
export function requestRow(authority: CertificationAuthority, id: number): RequestRow {
  const row = authority.requests.find((r) => r.id === id);
  if (row) return row;
  const known = authority.requests.map((r) => r.id);
  throw adcsRefusal('no-such-request', authority.name, { id, known: known.length > 0 ? known : NO_REQUESTS });
}

/** The authority with the row added; a row with the same id is replaced. */
export function withRow(authority: CertificationAuthority, row: RequestRow): CertificationAuthority {
  const present = authority.requests.some((r) => r.id === row.id);
  const requests = present ? authority.requests.map((r) => (r.id === row.id ? row : r)) : [...authority.requests, row];
  return { ...authority, requests };
}
