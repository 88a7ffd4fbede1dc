/** A certificate template in Active Directory, and who may use it. */
export interface CertificateTemplate {
  /** the template name, which requests use; not the display name */
  readonly name: string;
  readonly displayName: string;
  /** 1: Windows 2000, 2: Windows Server 2003, 3: Windows Server 2008 (CNG; not offered by the web pages, KB 2015796) */
  readonly version: 1 | 2 | 3;
  readonly validityYears: number;
  readonly minimumKeySize: number;
  readonly extendedKeyUsage: readonly string[];
  /** "CA certificate manager approval" on the Issuance Requirements tab */
  readonly managerApproval: boolean;
  readonly read: readonly string[];
  readonly enroll: readonly string[];
  /** among the authority's Certificate Templates, that is: it issues them */
  readonly published: boolean;
}

/** Someone who submits a request: the account and its groups as the domain knows them. */
export interface Requester {
  readonly account: string;
  readonly groups: readonly string[];
}

/** Whether one of the requester's groups, or the account itself, is named; everybody known is an Authenticated User. */
export function isGranted(requester: Requester, granted: readonly string[]): boolean {
  return granted.some((g) => g === requester.account || g === 'Authenticated Users' || requester.groups.includes(g));
}

/** Whether the requester may enroll for the template: Read and Enroll together ([MS-WCCE] 3.2.2.6.2.1.4.3). */
export function mayEnroll(requester: Requester, template: CertificateTemplate): boolean {
  return isGranted(requester, template.read) && isGranted(requester, template.enroll);
}
