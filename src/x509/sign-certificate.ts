import type { Instant } from '../surroundings';
import { type Certificate, certificateFrom } from './certificate';
import type { CertificateRequest } from './certificate-request';
import type { DistinguishedName } from './distinguished-name';
import { extensions } from './extensions';
import { type KeyPair, privateKeyOf, publicKeyDer } from './key-pair';
import { nameStructure } from './name-encoding';
import { type Hash, signatureAlgorithm } from './signature';
import { signStructure } from './signed-structure';
import { encoded, integer, sequence, tagged, time } from './write-der';

/** What a certificate is to say. */
export interface CertificateContent {
  readonly subject: DistinguishedName;
  readonly publicKey: KeyPair | CertificateRequest;
  /** hex */
  readonly serialNumber: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly hash: Hash;
  readonly isCa: boolean;
  readonly pathLength?: number;
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly subjectAlternativeNames: readonly string[];
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly templateName?: string;
  /** RSASSA-PSS (AlternateSignatureAlgorithm), which Lync does not support */
  readonly probabilistic?: boolean;
}

/** Who signs: another certificate's key, or, without a certificate, the key itself. */
export interface Issuer {
  readonly certificate?: Certificate;
  readonly keyPair: KeyPair;
}

/** Makes and signs a certificate (RFC 5280 §4.1): SKI and AKI by method 1 of §4.2.1.2. */
export function signCertificate(content: CertificateContent, issuer: Issuer): Certificate {
  const key = privateKeyOf(issuer.keyPair);
  const method = { hash: content.hash, probabilistic: content.probabilistic ?? false };
  const parts = sequence(
    tagged(0, integer(2)),
    integer(content.serialNumber),
    signatureAlgorithm(key, method),
    nameStructure(issuer.certificate?.subject ?? content.subject),
    sequence(time(content.notBefore), time(content.notAfter)),
    nameStructure(content.subject),
    encoded(publicKeyInfo(content.publicKey)),
    tagged(3, extensions({ ...content, ...keyIds(content, issuer) }, content.subject.length === 0)),
  );
  return certificateFrom(signStructure(parts, key, method));
}

function publicKeyInfo(source: KeyPair | CertificateRequest): Uint8Array {
  return source.kind === 'request' ? source.publicKeyInfo : publicKeyDer(source);
}

/** A root needs no authority key identifier (RFC 5280 §4.2.1.1). */
function keyIds(content: CertificateContent, { certificate, keyPair }: Issuer) {
  const subjectKeyId = content.publicKey.publicKeyId;
  return certificate
    ? { subjectKeyId, authorityKeyId: certificate.subjectKeyId ?? keyPair.publicKeyId }
    : { subjectKeyId };
}
