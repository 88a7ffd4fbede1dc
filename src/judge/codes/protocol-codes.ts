import type { CodePages } from '../../world/product-findings';

const ADD_STRONG =
  'reg add HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 /v SchUseStrongCrypto /t REG_DWORD /d 1 /f';
const DISABLE =
  'reg add HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot /v DisableRootAutoUpdate /t REG_DWORD /d 1 /f';

/** Codes about what surrounds certificates in a handshake. */
export const PROTOCOL_CODES = {
  'no-common-tls-version': {
    title: 'The server and its peer have no version of TLS in common',
    severity: 'error',
    symptom:
      'Connections end before any certificate is sent: SEC_E_ALGORITHM_MISMATCH, Schannel events 36871 and 36874.',
    cause: 'Earlier versions of TLS were disabled, and a program of the peer offers only them.',
    check: 'reg query HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319',
    fix: `On the peer: ${ADD_STRONG}`,
    source: 'Microsoft: Transport Layer Security best practices with the .NET Framework',
    certainty: 'documented',
    causes: {
      'strong-cryptography': {
        cause: 'SchUseStrongCrypto is not set on the peer, so that programs of .NET Framework offer TLS 1.0 only.',
        sign: 'The finding lists TLS 1.0 or nothing as offered.',
        fix: `On the peer: ${ADD_STRONG}`,
      },
      disabled: {
        cause: 'The versions that one side uses are disabled on the other side.',
        sign: 'The finding lists different versions as offered and accepted, and SchUseStrongCrypto is set.',
        fix: 'Enable one version on both sides, TLS 1.2 if possible: the values Enabled and DisabledByDefault below SCHANNEL\\Protocols.',
      },
    },
  },
  'root-list-unreachable': {
    title: 'The list of trusted roots cannot be fetched',
    severity: 'warning',
    symptom: 'Each handshake waits about 15 seconds; events 4107 (Application) and 11 (CAPI2/Operational).',
    cause: 'The server has no way to Windows Update, and the automatic update of trusted roots is on.',
    check: 'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot',
    fix: `${DISABLE}; or set RootDirUrl to a server that has the list.`,
    source: 'TechNet: CTL engine (2018); Microsoft: Configure trusted roots and disallowed certificates',
    certainty: 'reported',
  },
} as const satisfies CodePages;

/** The texts of the findings with these codes. */
export const PROTOCOL_FINDINGS = {
  'finding.no-common-tls-version': '{peer} offers {offered}, and this server accepts {accepted}',
  'finding.root-list-unreachable':
    '{host} cannot be reached: each handshake waits about {seconds} seconds, and events {events} are logged',
} as const;
