import type { Instant } from '../determinism';
import type { HresultName } from '../hresult';
import { Refusal } from '../refusal';
import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import type { KeyPair } from '../x509/keys/key-pair';
import type { CertificateTemplate } from './template';

/**
 * A certification authority of Active Directory Certificate Services: offline root, policy or issuing CA, standalone
 * CA; a public CA is one whose requests are decided by its people. Differs from the real one on purpose: it keeps its
 * request database in memory, publishes CRLs at once, and has no autoenrollment.
 */
export interface CertificationAuthority {
  readonly kind: 'enterprise' | 'standalone' | 'public';
  readonly name: string;
  /** the server that it runs on; null for an authority that is kept offline */
  readonly host: string | null;
  /** its certificates and keys, the oldest first; the last one signs */
  readonly generations: readonly Generation[];
  /** the certificates above it, its issuer first, the root last */
  readonly superiors: readonly Certificate[];
  readonly hash: Hash;
  /** AlternateSignatureAlgorithm: it signs with RSASSA-PSS, which Lync Server does not support */
  readonly alternateSignature: boolean;
  readonly templates: readonly CertificateTemplate[];
  readonly permissions: {
    readonly requestCertificates: readonly string[];
    readonly certificateManagers: readonly string[];
  };
  /** a certificate manager decides every request (the default of a standalone CA) */
  readonly managerApproval: boolean;
  /** EDITF_ATTRIBUTESUBJECTALTNAME2: the attribute `san:` of a request is honoured */
  readonly sanAttribute: boolean;
  /** years of validity where no template says */
  readonly validityYears: number;
  /** how long before the issuing moment a certificate begins to be valid (ClockSkewMinutes) */
  readonly clockSkewMinutes: number;
  /** whether a certificate is cut to end with the authority's own */
  readonly validityEndsWithIssuer: boolean;
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly certsrv: { readonly requireSsl: boolean; readonly httpsBinding: boolean };
  readonly requests: readonly RequestRow[];
}

export type Hash = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

export interface Generation {
  readonly certificate: Certificate;
  readonly keyPair: KeyPair;
}

/** A row of the request database. */
export interface RequestRow {
  readonly id: number;
  readonly requester: string;
  readonly submittedAt: Instant;
  /** the template's name; null for an authority without templates */
  readonly template: string | null;
  /** null when what was submitted could not be read */
  readonly request: CertificateRequest | null;
  /** names asked for with the attribute `san:` */
  readonly requestedNames: readonly string[];
  readonly disposition: Disposition;
}

/** What became of a request (ICertRequest dispositions 2, 3, 5 and 6). */
export type Disposition =
  | { readonly kind: 'issued'; readonly certificate: Certificate }
  | { readonly kind: 'under submission' }
  | { readonly kind: 'denied'; readonly hresult: HresultName; readonly message: string }
  | { readonly kind: 'revoked'; readonly certificate: Certificate; readonly at: Instant; readonly reason: number };

/** The generation that signs now. */
export function currentGeneration(authority: CertificationAuthority): Generation {
  const generation = authority.generations.at(-1);
  if (!generation) throw new Error(`${authority.name} has no certificate`);
  return generation;
}

/** The generation whose key signed the certificate, by their key identifiers; undefined for a stranger's. */
export function generationOf(
  { generations }: CertificationAuthority,
  { authorityKeyId }: Certificate,
): Generation | undefined {
  return generations.find(({ certificate }) => certificate.subjectKeyId === authorityKeyId);
}

/** The certification path of one of its generations: its certificate first, the root last. Default: the one that signs now. */
export function pathOf(
  authority: CertificationAuthority,
  { certificate }: Generation = currentGeneration(authority),
): readonly Certificate[] {
  return certificate.selfSigned ? [certificate] : [certificate, ...authority.superiors];
}

/** The row with that id; Refusal `no-such-request` (CERTSRV_E_NO_REQUEST). */
export function requestRow(authority: CertificationAuthority, id: number): RequestRow {
  const row = authority.requests.find((r) => r.id === id);
  if (row) return row;
  const known = authority.requests.map((r) => r.id).join(', ');
  throw new Refusal({
    code: 'no-such-request',
    on: authority.name,
    detail: `there is no request ${id}; the database holds ${known || 'none'}`,
    remedy: 'use the request id that was given when the request was submitted',
    hresult: 'CERTSRV_E_NO_REQUEST',
  });
}

/** The authority with that row added, or put in place of the row with its id. */
export function withRow(authority: CertificationAuthority, row: RequestRow): CertificationAuthority {
  const present = authority.requests.some((r) => r.id === row.id);
  const requests = present ? authority.requests.map((r) => (r.id === row.id ? row : r)) : [...authority.requests, row];
  return { ...authority, requests };
}
