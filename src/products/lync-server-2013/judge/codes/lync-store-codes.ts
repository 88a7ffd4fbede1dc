import { PATH_CODES } from '../../../../judge/codes/path-codes';
import { STORE_CODES } from '../../../../judge/codes/store-codes';
import type { CodePages } from '../../../../world/product-findings';

/** Codes about certificate stores and trust, with their symptoms in Lync Server. */
export const LYNC_STORE_CODES = {
  ...STORE_CODES,
  'chain-incomplete': {
    ...STORE_CODES['chain-incomplete'],
    symptom: 'The list of certificates to assign is empty; peers cannot build the certification path.',
    source: '04952-157, 04952-174; Microsoft help: Certificate store page',
  },
  'root-not-trusted': {
    ...STORE_CODES['root-not-trusted'],
    symptom: 'The list of certificates to assign is empty; connections fail with CERT_E_UNTRUSTEDROOT.',
    source: '04952-165, 04952-174',
  },
  'certification-path-invalid': {
    ...PATH_CODES['certification-path-invalid'],
    symptom: 'The certificate is not offered for assignment; the Certification Path tab names the place.',
  },
  'peer-not-trusted': {
    ...PATH_CODES['peer-not-trusted'],
    title: 'Front End Server and Edge Server do not accept each other’s certificates',
    symptom: 'Replication fails with event 1015; each side’s certificate looks right on its own.',
    cause:
      'The two certificates come from different public key infrastructures; or that of the Front End Server has expired, is for another purpose, or has lost its key.',
    check: 'Get-CsManagementStoreReplicationStatus',
    source: 'Microsoft: Lync Server Central Management Store replication failures',
  },
  'not-trusted-on-internet': PATH_CODES['not-trusted-on-internet'],
  'intermediate-in-root-store': {
    ...STORE_CODES['intermediate-in-root-store'],
    symptom: 'On Windows Server 2012 and later mutual TLS fails: events 32042, 61029, 0x800B0109.',
    cause: 'The whole chain was imported into Trusted Root Certification Authorities, as the document says.',
    source: '04952-172; KB 2795828, KB 2802568',
  },
  'too-many-roots': {
    ...STORE_CODES['too-many-roots'],
    source: 'KB 2801679, KB 931125; Microsoft support’s checks of the Lync certificate store',
  },
  'wrong-store': {
    ...STORE_CODES['wrong-store'],
    symptom: 'It shows in the snap-in and not in the Certificate Wizard, or is trusted for one user only.',
    source: 'Microsoft: Set up certificates for the external edge interface',
  },
  'request-outstanding': {
    ...STORE_CODES['request-outstanding'],
    source: '04952-200; Microsoft: certreq',
  },
} as const satisfies CodePages;
