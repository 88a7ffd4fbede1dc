import { type CertificationAuthority, currentGeneration, pathOf } from '../adcs/authority';
import { publicationAddresses, versionOf } from '../adcs/generation';
import { takeSerialNumber } from '../adcs/serial-number';
import { DAY, type Determinism, takeKey } from '../determinism';
import type { Certificate } from '../x509/certificate';
import { keyPair } from '../x509/keys/key-pair';
import { distinguishedName } from '../x509/names/distinguished-name';
import { signCertificate } from '../x509/sign-certificate';

/** The TLS certificate of the site. */
export interface ServerCertificate {
  /** PKCS #8 PEM */
  readonly key: string;
  /** the certificate and its issuers without the root */
  readonly chain: readonly [Certificate, ...Certificate[]];
  readonly determinism: Determinism;
}

/** How long the certificate is valid, as far as its authority allows. */
const DAYS = 365;

/**
 * Issues a certificate for the authority's host, `localhost` and 127.0.0.1. IIS requests it as an administrator would,
 * so it has no row in the request database. An expired one ended a day ago.
 */
export function serverCertificate(
  authority: CertificationAuthority,
  determinism: Determinism,
  { expired }: { readonly expired: boolean },
): ServerCertificate {
  const generation = currentGeneration(authority);
  const version = versionOf(authority.generations, generation);
  const [key, afterKey] = takeKey(determinism, 2048);
  const [serialNumber, next] = takeSerialNumber(afterKey, { ...version, requestId: 0 });
  const host = authority.host ?? 'localhost';
  const start = determinism.now - (expired ? 2 * DAY : DAY / 24);
  const certificate = signCertificate(
    {
      ...publicationAddresses(authority, version),
      subject: distinguishedName(`CN=${host}`),
      publicKey: keyPair(key),
      serialNumber,
      notBefore: start,
      notAfter: Math.min(start + (expired ? DAY : DAYS * DAY), generation.certificate.notAfter),
      hash: authority.hash,
      isCa: false,
      keyUsage: ['digitalSignature', 'keyEncipherment'],
      extendedKeyUsage: ['serverAuth'],
      subjectAlternativeNames: [host, 'localhost', 'ip:127.0.0.1'],
    },
    generation,
  );
  const issuers = pathOf(authority).filter(({ selfSigned }) => !selfSigned);
  return { key, chain: [certificate, ...issuers], determinism: next };
}
