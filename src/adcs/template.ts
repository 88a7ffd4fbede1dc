/** A certificate template in Active Directory, with its permissions. */
export interface CertificateTemplate {
  /** the name that requests use, not the display name */
  readonly name: string;
  readonly displayName: string;
  /** 3: with keys in a CNG provider; not offered by the web pages (KB 2015796) */
  readonly version: 1 | 2 | 3;
  readonly validityYears: number;
  readonly minimumKeySize: number;
  readonly extendedKeyUsage: readonly string[];
  /** "CA certificate manager approval" on the Issuance Requirements tab */
  readonly managerApproval: boolean;
  readonly read: readonly string[];
  readonly enroll: readonly string[];
  /** whether the authority issues it (it is among the Certificate Templates of the authority) */
  readonly published: boolean;
}

/** The account that submits a request, with its groups in the domain. */
export interface Requester {
  readonly account: string;
  readonly groups: readonly string[];
}

/** Whether the list names the account or one of its groups. Every known account is an Authenticated User. */
export function isGranted(requester: Requester, granted: readonly string[]): boolean {
  return granted.some((g) => g === requester.account || g === 'Authenticated Users' || requester.groups.includes(g));
}

/** Whether the requester may enroll for the template: it needs Read and Enroll ([MS-WCCE] 3.2.2.6.2.1.4.3). */
export function mayEnroll(requester: Requester, template: CertificateTemplate): boolean {
  return isGranted(requester, template.read) && isGranted(requester, template.enroll);
}
