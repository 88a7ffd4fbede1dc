import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../src/x509/certificate';
import { type KeyPair, keyPair } from '../../src/x509/keys/key-pair';
import { splitPems } from '../../src/x509/keys/random-source';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import { ROOT } from '../support/root';

/** A root, an issuing authority and a server's certificate. */

const DAY = 86_400_000;
/** The moment at which the tests verify. */
export const NOW = Date.UTC(2025, 0, 1);
/** Far in the future: GnuTLS has no clock but the machine's, and has to accept what is valid NOW. */
export const MUCH_LATER = Date.UTC(2049, 0, 1);
export const HOST = 'edgepool.contoso.com';

const pems = splitPems(readFileSync(join(ROOT, 'keys', 'rsa-2048.pem'), 'utf8'));

export function key(ordinal: number): KeyPair {
  return keyPair(pems[ordinal] ?? '');
}

/** The content of every certificate in these tests, unless a test changes it. */
export function content(
  changes: Partial<CertificateContent> & Pick<CertificateContent, 'publicKey'>,
): CertificateContent {
  return {
    subject: distinguishedName(`CN=${HOST}, OU=IT, O="Contoso, Ltd", L=Redmond, S=WA, C=US`),
    serialNumber: '6100000000000000001a',
    notBefore: NOW - DAY,
    notAfter: MUCH_LATER + DAY,
    hash: 'sha256',
    isCa: false,
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['serverAuth'],
    subjectAlternativeNames: [HOST],
    crlDistributionPoints: ['http://pki.contoso.com/CertEnroll/Contoso%20CA.crl'],
    authorityInformationAccess: ['http://pki.contoso.com/CertEnroll/Contoso%20CA.crt'],
    templateName: 'WebServer',
    ...changes,
  };
}

/** The content that differs for an authority. */
export function authority(name: string, changes: Pick<CertificateContent, 'publicKey'> & Partial<CertificateContent>) {
  const { templateName: _, ...base } = content(changes);
  return {
    ...base,
    subject: distinguishedName(`CN=${name}, DC=contoso, DC=com`),
    isCa: true,
    keyUsage: ['keyCertSign', 'cRLSign', 'digitalSignature'] as const,
    extendedKeyUsage: [],
    subjectAlternativeNames: [],
    crlDistributionPoints: [],
    authorityInformationAccess: [],
    ...changes,
  } satisfies CertificateContent;
}

export const rootKey = key(0);
export const issuingKey = key(1);
export const serverKey = key(2);

export const root: Certificate = signCertificate(
  authority('Contoso Root CA', { publicKey: rootKey, serialNumber: '01' }),
  {
    keyPair: rootKey,
  },
);
export const issuing: Certificate = signCertificate(
  authority('Contoso Issuing CA', { publicKey: issuingKey, serialNumber: '02', pathLength: 0 }),
  { certificate: root, keyPair: rootKey },
);
export const server: Certificate = signCertificate(content({ publicKey: serverKey }), {
  certificate: issuing,
  keyPair: issuingKey,
});

/** The code of the Refusal that the function throws. Other errors are passed on. */
export function refusalOf(deed: () => unknown): string | undefined {
  try {
    deed();
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal' && 'code' in error) return String(error.code);
    throw error;
  }
}
