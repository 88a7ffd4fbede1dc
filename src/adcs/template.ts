import type { Period } from './period';

/** A certificate template in Active Directory, with its permissions. */
export interface CertificateTemplate {
  /** the name that requests use, not the display name */
  readonly name: string;
  readonly displayName: string;
  /** the version of its schema ([MS-CRTD] 2.16): 3 and 4 can demand a CNG provider */
  readonly version: SchemaVersion;
  /** "Supply in the request", or "Build from this Active Directory information", with the DNS name of the requester */
  readonly subjectFrom: 'request' | 'directory';
  readonly validity: Period;
  readonly minimumKeySize: number;
  readonly extendedKeyUsage: readonly string[];
  /** "CA certificate manager approval" on the Issuance Requirements tab */
  readonly managerApproval: boolean;
  readonly read: readonly string[];
  readonly enroll: readonly string[];
  /** whether the authority issues it (it is among the Certificate Templates of the authority) */
  readonly published: boolean;
}

export type SchemaVersion = 1 | 2 | 3 | 4;

/** The account that submits a request, with its groups in the domain. */
export interface Requester {
  readonly account: string;
  readonly groups: readonly string[];
  /** dNSHostName of a computer's account in Active Directory */
  readonly dnsHostName?: string;
}

/** Whether the list names the account or one of its groups. Every known account is an Authenticated User. */
export function isGranted(requester: Requester, granted: readonly string[]): boolean {
  return granted.some((g) => g === requester.account || g === 'Authenticated Users' || requester.groups.includes(g));
}

/** Whether the requester may enroll for the template: it needs Read and Enroll ([MS-WCCE] 3.2.2.6.2.1.4.3). */
export function mayEnroll(requester: Requester, template: CertificateTemplate): boolean {
  return isGranted(requester, template.read) && isGranted(requester, template.enroll);
}

/**
 * Whether the certsrv pages offer the template to the requester: it takes the subject from the request, and its version
 * is not higher than those pages show.
 */
export function isOfferedOnSite(requester: Requester, template: CertificateTemplate, version: number): boolean {
  const shown = template.subjectFrom === 'request' && template.version <= version;
  return template.published && shown && mayEnroll(requester, template);
}
