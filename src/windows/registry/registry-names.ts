import type { RegistryName } from './registry-value';

/** The values of the registry that the simulation reads, all below HKEY_LOCAL_MACHINE. */

const SCHANNEL = 'SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const DOT_NET = 'Microsoft\\.NETFramework\\v4.0.30319';
const POLICIES = 'SOFTWARE\\Policies\\Microsoft\\SystemCertificates';

/** The versions of TLS, the earliest first. SSL is not simulated. */
export const TLS_VERSIONS = ['TLS 1.0', 'TLS 1.1', 'TLS 1.2'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** How Schannel accepts the certificates of clients (Microsoft, "What's new in TLS/SSL"). */
export const CLIENT_AUTH_TRUST_MODE: RegistryName = { key: SCHANNEL, name: 'ClientAuthTrustMode' };

/** Whether 64-bit programs of .NET Framework 4 offer later versions than TLS 1.0 (Microsoft, "TLS best practices"). */
export const STRONG_CRYPTOGRAPHY: RegistryName = { key: `SOFTWARE\\${DOT_NET}`, name: 'SchUseStrongCrypto' };
/** The same for 32-bit programs. */
const STRONG_CRYPTOGRAPHY_32: RegistryName = { key: `SOFTWARE\\Wow6432Node\\${DOT_NET}`, name: 'SchUseStrongCrypto' };

/** Whether the automatic update of trusted roots is off (Microsoft, "Configure trusted roots and disallowed certificates"). */
export const DISABLE_ROOT_UPDATE: RegistryName = { key: `${POLICIES}\\AuthRoot`, name: 'DisableRootAutoUpdate' };
/** Where the lists of roots are instead of Windows Update: a web server or a share (the same page). */
export const ROOT_DIRECTORY: RegistryName = {
  key: 'SOFTWARE\\Microsoft\\SystemCertificates\\AuthRoot\\AutoUpdate',
  name: 'RootDirUrl',
};

/** The policy "Certificate Path Validation Settings", tab Stores (CERT_PROT_ROOT_…_FLAG in wincrypt.h). */
export const ROOT_POLICY: RegistryName = { key: `${POLICIES}\\Root\\ProtectedRoots`, name: 'Flags' };
/** CERT_PROT_ROOT_ONLY_LM_GPT_FLAG: only roots from Active Directory and Group Policy */
export const ENTERPRISE_ROOTS_ONLY = 0x8;

/** A switch of a version of TLS: Enabled (0: off), or DisabledByDefault (1: only for programs that ask for it). */
export function protocolSwitch(
  version: TlsVersion,
  role: 'Client' | 'Server',
  name: 'Enabled' | 'DisabledByDefault',
): RegistryName {
  return { key: `${SCHANNEL}\\Protocols\\${version}\\${role}`, name };
}

/** Every value that the simulation reads. */
export const KNOWN_VALUES: readonly RegistryName[] = [
  CLIENT_AUTH_TRUST_MODE,
  STRONG_CRYPTOGRAPHY,
  STRONG_CRYPTOGRAPHY_32,
  DISABLE_ROOT_UPDATE,
  ROOT_DIRECTORY,
  ROOT_POLICY,
  ...TLS_VERSIONS.flatMap((version) =>
    (['Client', 'Server'] as const).flatMap((role) =>
      (['Enabled', 'DisabledByDefault'] as const).map((name) => protocolSwitch(version, role, name)),
    ),
  ),
];
