/**
 * The user's topology from `rehearsal.yaml`: plain values with all defaults. `readEnvironment` creates it from text, and
 * the deployment is built from it. If the behaviour of the real products is not documented, `assumptions` selects a
 * behaviour, and a table gives the reason. A product adds its part of the file.
 */

import type { WindowsVersion } from '../windows/versions';
import type { Assumptions } from './environment-file/environment-assumptions';

export type PkiKind = 'enterprise' | 'standalone' | 'public';
export type HashAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';
export type LoadBalancer = 'hardware' | 'dns' | 'none';
/** `certificate-manager`, `ordinary-user`, and the administrators whose roles the product names */
export type AccountRole = string;

export interface Environment {
  readonly name: string;
  /** the id of the product; the default one when left out */
  readonly product?: string;
  /** the id of its edition; the default one when left out */
  readonly edition?: string;
  readonly organization: OrganizationEntry;
  /** DNS name of the Active Directory domain: `contoso.com` */
  readonly domain: string;
  /** NetBIOS name of the Active Directory domain: `CONTOSO` */
  readonly netbios: string;
  /** the time when the rehearsal begins, ISO 8601 in UTC */
  readonly clock: string;
  readonly pki: PkiEntry;
  /** each role exactly once */
  readonly accounts: readonly AccountEntry[];
  /** the internal server on which the chain is downloaded and requests are submitted */
  readonly internalServer: ServerEntry;
  readonly sites: readonly SiteEntry[];
  readonly files: FilesEntry;
  readonly transfer: TransferEntry;
  readonly certificate: CertificateEntry;
  readonly assumptions: Assumptions;
}

export interface OrganizationEntry {
  readonly name: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  /** ISO 3166-1, two capital letters */
  readonly country: string;
}

export interface PkiEntry {
  readonly kind: PkiKind;
  /** one to three, from the root to the issuing authority */
  readonly authorities: readonly AuthorityEntry[];
  /** groups with the permission "Request Certificates" on the authority */
  readonly requestCertificates: readonly string[];
  readonly certsrv: { readonly requireSsl: boolean; readonly httpsBinding: boolean };
  /** whether every request waits for a certificate manager; default: only for a stand-alone authority */
  readonly managerApproval: boolean;
  /** EDITF_ATTRIBUTESUBJECTALTNAME2: the authority honours the request attribute `san:` */
  readonly sanAttribute: boolean;
  /** the name of the policy that public authorities follow */
  readonly publicPolicy: string;
  /** empty unless `kind` is enterprise */
  readonly templates: readonly TemplateEntry[];
}

export interface AuthorityEntry {
  readonly name: string;
  readonly keySize: 2048 | 3072 | 4096;
  readonly hash: HashAlgorithm;
  readonly validityYears: number;
  /** how long its certificate is valid, such as `18 months`; replaces `validityYears` */
  readonly validity?: string;
  /** the start of its certificate, ISO 8601 in UTC; default: a year before the rehearsal begins */
  readonly validFrom?: string;
  /** ValidityPeriod and ValidityPeriodUnits of its registry, such as `5 years` */
  readonly longestValidity?: string;
  readonly crl?: RevocationListEntry;
  /** required for the issuing (last) authority */
  readonly host?: string;
}

/** The CRLs of an authority. */
export interface RevocationListEntry {
  /** CRLPeriod and CRLPeriodUnits, such as `26 weeks` */
  readonly period?: string;
  /** CRLOverlapPeriod and CRLOverlapUnits */
  readonly overlap?: string;
  /** CRLDeltaPeriod and CRLDeltaPeriodUnits, such as `1 days`; there are no delta CRLs if left out */
  readonly delta?: string;
  /** when the list that is at the distribution point was published by hand; if left out, it is always published in time */
  readonly published?: string;
}

export interface TemplateEntry {
  readonly name: string;
  readonly displayName: string;
  readonly validityYears: number;
  /** how long a certificate is valid, such as `200 days`; replaces `validityYears` */
  readonly validity?: string;
  readonly minimumKeySize: number;
  /** short names (`serverAuth`, `clientAuth`, …) or dotted object identifiers */
  readonly extendedKeyUsage: readonly string[];
  readonly managerApproval: boolean;
  readonly read: readonly string[];
  readonly enroll: readonly string[];
  readonly published: boolean;
  readonly version: 1 | 2 | 3 | 4;
  readonly subjectFrom: 'request' | 'directory';
}

export interface AccountEntry {
  readonly role: AccountRole;
  /** `CONTOSO\administrator`, or `Administrator` for a local account of the machine */
  readonly name: string;
  readonly groups: readonly string[];
}

export interface ServerEntry {
  readonly fqdn: string;
  readonly windows: WindowsVersion;
}

export interface SiteEntry {
  readonly name: string;
  readonly pools: readonly PoolEntry[];
}

export interface PoolEntry {
  /** the name by which peers address the pool; a pool of one may use its server's own */
  readonly fqdn: string;
  readonly loadBalancer: LoadBalancer;
  readonly servers: readonly ServerEntry[];
}

/** Windows paths on local drives. */
export interface FilesEntry {
  /** where the `.p7b` is put: on the internal server, and in the same folder of each server of the pool */
  readonly chain: string;
  readonly request: string;
  readonly response: string;
  readonly exported: string;
}

export interface TransferEntry {
  readonly kind: 'share' | 'removable-media';
  /** name of a share on the first server of a pool; present for `share` */
  readonly share?: string;
  /** drive letter with colon; only for `removable-media` */
  readonly drive?: string;
}

export interface CertificateEntry {
  readonly friendlyName: string;
  readonly bitLength: 1024 | 2048 | 4096;
  readonly template: string;
}
