import { POOL_CODES } from '../../../../judge/codes/pool-codes';
import type { CodePages } from '../../../../world/product-findings';

/** Codes about the servers of a pool and their use of certificates, with their symptoms in Lync Server. */
export const LYNC_POOL_CODES = {
  ...POOL_CODES,
  'no-internal-certificate': {
    ...POOL_CODES['no-internal-certificate'],
    title: 'The server has no certificate for its internal interface',
    symptom: 'No certificate for the pool is in Personal, or the assigned one has been deleted.',
    source: '04952-107, 04952-117',
  },
  'not-assigned': {
    ...POOL_CODES['not-assigned'],
    check: 'Get-CsCertificate -Type Internal',
    fix: 'Assign it to Edge Internal with the Certificate Wizard.',
    source: '04952-118, 04952-254, 04952-255',
  },
  'certificate-differs': {
    ...POOL_CODES['certificate-differs'],
    symptom: 'Internal: none as a rule. A/V authentication: calls fail, depending on the server that answers.',
    check: 'Get-CsCertificate',
    source: '04952-117; Microsoft: Certificate requirements for external user access',
  },
  'restart-needed': {
    ...POOL_CODES['restart-needed'],
    check: 'Get-CsWindowsService',
    fix: 'Stop-CsWindowsService and Start-CsWindowsService on this server.',
    source: 'administrators’ reports on renewed Edge certificates',
  },
  'clock-skew': {
    ...POOL_CODES['clock-skew'],
    symptom: 'External calls are limited; event 14619; SIP_E_CRYPT_REFERRER_DATE_SKEWED.',
    cause: 'An Edge Server belongs to no domain, and its time or time zone was not set.',
    source: 'administrators’ reports on media relay authentication',
  },
} as const satisfies CodePages;
