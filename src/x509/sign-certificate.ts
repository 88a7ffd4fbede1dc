import { hash } from 'node:crypto';
import type { Instant } from '../determinism';
import { identityMemo } from '../memo';
import { type Certificate, interned, subjectDerOf } from './certificate';
import type { CertificateRequest } from './certificate-request';
import { encodedStructure, integer, type Structure, sequence, tagged, time } from './der/write-der';
import type { ExtensionContent, KeyIds } from './extension-content';
import { extensions } from './extensions';
import { type KeyPair, privateKeyOf, publicKeyDer } from './keys/key-pair';
import { readPublicKey } from './keys/public-key';
import { type Hash, signatureAlgorithm } from './keys/signature';
import { sameName } from './names/distinguished-name';
import { nameStructure } from './names/name-encoding';
import { signStructure } from './signed-structure';
import { writtenExtensions } from './written-extensions';

/** The content of a new certificate. */
export interface CertificateContent extends ExtensionContent {
  readonly publicKey: KeyPair | CertificateRequest;
  /** hex */
  readonly serialNumber: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly hash: Hash;
  /** RSASSA-PSS (AlternateSignatureAlgorithm) */
  readonly probabilistic?: boolean;
}

/** The signer: the key of another certificate, or, without a certificate, the key itself. */
export interface Issuer {
  readonly certificate?: Certificate;
  readonly keyPair: KeyPair;
}

/**
 * Creates and signs a certificate (RFC 5280 §4.1). SKI and AKI use method 1 of §4.2.1.2. The issuer's name is copied
 * byte by byte from the issuer's certificate. The result equals the value that reading the DER would give. Refusal
 * `invalid-alternative-name`.
 */
export function signCertificate(content: CertificateContent, issuer: Issuer): Certificate {
  const key = privateKeyOf(issuer.keyPair);
  const method = { hash: content.hash, probabilistic: content.probabilistic ?? false };
  const { identifier, name } = signatureAlgorithm(key, method);
  const keyIds = keyIdsOf(content, issuer);
  const parts = sequence(
    tagged(0, integer(2)),
    integer(content.serialNumber),
    identifier,
    issuer.certificate ? subjectOf(issuer.certificate) : nameStructure(content.subject),
    sequence(time(content.notBefore), time(content.notAfter)),
    nameStructure(content.subject),
    encodedStructure(publicKeyInfo(content.publicKey)),
    tagged(3, extensions(content, keyIds)),
  );
  const der = signStructure(parts, key, method);
  return interned(certificateOf({ content, issuer, keyIds, der, signatureAlgorithm: name }));
}

interface Signed {
  readonly content: CertificateContent;
  readonly issuer: Issuer;
  readonly keyIds: KeyIds;
  readonly der: Uint8Array;
  readonly signatureAlgorithm: string;
}

function certificateOf({ content, issuer, keyIds, der, signatureAlgorithm }: Signed): Certificate {
  const { subject, publicKey } = content;
  const issuerName = issuer.certificate?.subject ?? subject;
  const { keyAlgorithm, keyBits } = publicKey.kind === 'request' ? publicKey : readPublicKey(publicKeyDer(publicKey));
  return Object.freeze({
    kind: 'certificate',
    version: 3,
    der,
    thumbprint: hash('sha1', der).toUpperCase(),
    subject,
    issuer: issuerName,
    serialNumber: withoutPadding(content.serialNumber.toLowerCase()),
    notBefore: wholeSeconds(content.notBefore),
    notAfter: wholeSeconds(content.notAfter),
    publicKeyId: publicKey.publicKeyId,
    keyAlgorithm,
    keyBits,
    signatureAlgorithm,
    selfSigned: publicKey.publicKeyId === issuer.keyPair.publicKeyId && sameName(subject, issuerName),
    // last: V8 takes fifty times as long to add fields one by one after a spread
    ...writtenExtensions(content, keyIds),
  });
}

function subjectOf(certificate: Certificate): Structure {
  return subjects(certificate, () => encodedStructure(subjectDerOf(certificate)));
}

const subjects = identityMemo<Certificate, Structure>();

function publicKeyInfo(source: KeyPair | CertificateRequest): Uint8Array {
  return source.kind === 'request' ? source.publicKeyInfo : publicKeyDer(source);
}

/** A root needs no authority key identifier (RFC 5280 §4.2.1.1). */
function keyIdsOf(content: CertificateContent, { certificate, keyPair }: Issuer): KeyIds {
  const subjectKeyId = content.publicKey.publicKeyId;
  return certificate
    ? { subjectKeyId, authorityKeyId: certificate.subjectKeyId ?? keyPair.publicKeyId }
    : { subjectKeyId };
}

function withoutPadding(digits: string): string {
  return (digits.length % 2 ? `0${digits}` : digits).replace(/^(00)+(?=..)/, '');
}

function wholeSeconds(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}
