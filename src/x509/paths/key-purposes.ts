import type { Certificate } from '../certificate';

/** The purposes for which the key of a certificate may be used (RFC 5280 §4.2.1.3, §4.2.1.12). */
type Usages = Pick<
  Certificate,
  'extendedKeyUsage' | 'hasExtendedKeyUsage' | 'keyUsage' | 'hasKeyUsage' | 'keyAlgorithm'
>;

/**
 * Whether the extended key usage of the certificate, if it has one, contains the purpose. anyExtendedKeyUsage does not
 * count: OpenSSL wants the purpose itself, and so do the requirements of products.
 */
export function allowsPurpose({ hasExtendedKeyUsage, extendedKeyUsage }: Usages, purpose: string): boolean {
  return !hasExtendedKeyUsage || extendedKeyUsage.includes(purpose);
}

/**
 * Whether the key usage of the certificate, if it has one, allows its key in a TLS handshake. The key signs, or an RSA key
 * decrypts the key of the session (RFC 5246 §7.4.2). An empty key usage allows nothing.
 */
export function allowsTls({ hasKeyUsage, keyUsage, keyAlgorithm }: Usages): boolean {
  const needed = keyAlgorithm === 'RSA' ? RSA_USAGES : OTHER_USAGES;
  return !hasKeyUsage || needed.some((usage) => keyUsage.includes(usage));
}

/** Whether the key usage of the certificate, if it has one, allows its key to authenticate a client (RFC 5246 §7.4.6). */
export function allowsClient({ hasKeyUsage, keyUsage }: Usages): boolean {
  return !hasKeyUsage || CLIENT_USAGES.some((usage) => keyUsage.includes(usage));
}

const CLIENT_USAGES = ['digitalSignature', 'keyAgreement'];
const RSA_USAGES = ['digitalSignature', 'keyEncipherment', 'keyAgreement'];
const OTHER_USAGES = ['digitalSignature'];
