import type { Instant } from '../determinism';
import type { HresultName } from '../hresult';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import type { Hash } from '../x509/keys/signature';
import { adcsRefusal, databaseFact } from './adcs-refusals';
import type { Generation } from './generation';
import type { AuthorityRegistry } from './registry';
import type { CertificateTemplate } from './template';

/**
 * A certification authority of Active Directory Certificate Services: offline root, policy CA, issuing CA or
 * stand-alone CA. A public CA is an authority whose staff decide each request. Deliberate differences: the request
 * database is in memory, a revocation is published at once, and there is no autoenrollment.
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
  /** certificates for each of its keys by another one, of a root that was renewed with a new key */
  readonly crossCertificates: readonly Certificate[];
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
  /** the registry as CertSvc read it when it started */
  readonly settings: AuthorityRegistry;
  /** the registry as it is written; CertSvc reads it when it starts again */
  readonly registry: AuthorityRegistry;
  readonly service: CertificateService;
  /**
   * the last base CRL that its administrators published by hand, and the one that they carried to the distribution
   * point; null if the list is always published in time
   */
  readonly handPublished: { readonly published: Instant; readonly distributed: Instant } | null;
  /** the policy of a public CA, by its name in the table of policies */
  readonly publicPolicy: string;
  /** whether a public CA writes the common name into the alternative names of a request without any; or refuses it */
  readonly copiesCommonName: boolean;
  /** whether a requester without the right "Request Certificates" gets a row and the words of the policy module */
  readonly recordsEnrollDenials: boolean;
  /** the highest version of the templates that certsrv offers */
  readonly certsrvTemplateVersion: 2 | 3;
  /** whether certsrv sends certificates as pages to clients that are not browsers */
  readonly certsrvTypeNeedsBrowser: boolean;
  /** its entries in the Application log, the oldest first */
  readonly events: readonly AuthorityEvent[];
  /** how long before the time of issue a certificate becomes valid (ClockSkewMinutes) */
  readonly clockSkewMinutes: number;
  /** whether the validity is limited to that of the authority's certificate */
  readonly validityEndsWithIssuer: boolean;
  /** the addresses of its first CRL and certificate; see `publicationAddresses` */
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  /** only the CRL of the first key is copied to the distribution point, for example by a script that names one file */
  readonly copiesFirstListOnly?: boolean;
  readonly certsrv: { readonly requireSsl: boolean; readonly httpsBinding: boolean };
  readonly requests: readonly RequestRow[];
}

/** The state of the service CertSvc. */
export interface CertificateService {
  /** since when it is stopped; null while it runs */
  readonly stoppedAt: Instant | null;
  /** when it published a base CRL outside its schedule, oldest first: at its start, or by `certutil -crl` */
  readonly unscheduledLists: readonly Instant[];
}

/** An entry of Microsoft-Windows-CertificationAuthority in the Application log. */
export interface AuthorityEvent {
  readonly id: 22 | 26 | 38 | 53 | 100;
  readonly at: Instant;
  readonly message: string;
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
  /** the error of reading an unreadable file */
  readonly unreadable?: HresultName;
  /** dNSHostName of the requester's account, if the directory has one */
  readonly dnsHostName?: string;
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

/**
 * The generation that signed the certificate, by key identifier; undefined for another authority's certificate. Of
 * several generations with one key, the newest.
 */
export function generationOf(
  { generations }: CertificationAuthority,
  { authorityKeyId }: Certificate,
): Generation | undefined {
  return generations.findLast(({ certificate }) => certificate.subjectKeyId === authorityKeyId);
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
  throw adcsRefusal('no-such-request', authority.name, { id, database: databaseFact(known) });
}

/** The authority with the row added; a row with the same id is replaced. */
export function withRow(authority: CertificationAuthority, row: RequestRow): CertificationAuthority {
  const present = authority.requests.some((r) => r.id === row.id);
  const requests = present ? authority.requests.map((r) => (r.id === row.id ? row : r)) : [...authority.requests, row];
  return { ...authority, requests };
}

/** The authority with the event in its log. */
export function withEvent(authority: CertificationAuthority, event: AuthorityEvent): CertificationAuthority {
  return { ...authority, events: [...authority.events, event] };
}
