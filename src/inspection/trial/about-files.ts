import type { Finding } from '../../judge/finding';
import type { FileRole } from '../../world/product-files';

/** Which of the judge's findings a file can cause. The others are about the simulated server and its network. */

/** Findings about the server, its peers and its network, which a file says nothing about. */
const ABOUT_SERVERS: readonly string[] = [
  'not-assigned',
  'no-internal-certificate',
  'restart-needed',
  'certificate-differs',
  'peer-not-trusted',
  'not-trusted-on-internet',
  'revoked',
  'root-list-unreachable',
  'no-common-tls-version',
  'clock-skew',
  'key-not-readable',
  'pfx-left-behind',
  'request-outstanding',
  'shorter-at-renewal',
];

/** Findings about the way in which the key is made, which only a policy decides. */
const ABOUT_POLICIES: readonly string[] = ['key-not-exportable'];

/** Findings that need the root, and so are unknown as long as no root is given. */
export const TRUST_CODES: readonly string[] = ['chain-incomplete', 'root-not-trusted'];

/** Whether the finding is about a file with this purpose. */
export function isAboutFile({ code, cause, detail }: Finding, role: FileRole): boolean {
  if (ABOUT_SERVERS.includes(code) || (role !== 'policy' && ABOUT_POLICIES.includes(code))) return false;
  if (code === 'ends-soon') return cause !== 'peer';
  // only an address that no server outside the domain can use is a fault of the certificate
  return code !== 'revocation-unreachable' || hasOnlyDirectoryAddresses(detail.parameters.addresses);
}

function hasOnlyDirectoryAddresses(addresses: unknown): boolean {
  return Array.isArray(addresses) && addresses.length > 0 && addresses.every((one) => /^ldap:/i.test(String(one)));
}
