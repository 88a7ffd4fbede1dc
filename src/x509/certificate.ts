import { hash, type KeyObject } from 'node:crypto';
import type { Instant } from '../determinism';
import { identityMemo, pairMemo } from '../memo';
import { firstOfKind } from './content-kind';
import { armor } from './der/armor';
import { contextTag, type Element, Fields, onlyElement, TAG } from './der/read-der';
import { readInteger, readNumber, readTime } from './der/read-values';
import { publicKeyObject, readPublicKey } from './keys/public-key';
import { type SignatureStatus, signatureAlgorithmName } from './keys/signature';
import { type DistinguishedName, sameName } from './names/distinguished-name';
import { readName } from './names/name-encoding';
import { type ReadExtensions, readExtensions } from './read-extensions';
import { readSigned, type SignedStructure, signatureStatusOf } from './signed-structure';
import { readAs } from './unexpected-content';

/** An X.509 certificate as plain data (RFC 5280 §4.1). All properties except `der` are derived from `der`. */
export interface Certificate extends ReadExtensions {
  readonly kind: 'certificate';
  readonly version: number;
  readonly der: Uint8Array;
  /** SHA-1 of the DER, upper-case hex, as in MMC */
  readonly thumbprint: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** lower-case hex without padding */
  readonly serialNumber: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** SHA-1 of the subjectPublicKey, lower-case hex */
  readonly publicKeyId: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  /** the name that Windows shows: `sha256RSA` */
  readonly signatureAlgorithm: string;
  /** issuer and subject are equal, and the certificate's key signed it */
  readonly selfSigned: boolean;
}

/** Reads the first certificate: DER, or PEM with any label. Refusal `not-a-certificate` (CRYPT_E_ASN1_BADTAG). */
export function readCertificate(bytes: Uint8Array): Certificate {
  return readAs('certificate', bytes, () => {
    const der = firstOfKind(bytes, 'certificate');
    return der && certificateFrom(der);
  });
}

/** Reads one certificate from DER. Throws an EncodingError for anything else. */
export function certificateFrom(der: Uint8Array): Certificate {
  const signed = readSigned(der);
  const thumbprint = hash('sha1', signed.der).toUpperCase();
  return internedAs(thumbprint, signed.der) ?? interned(certificateIn(signed, thumbprint));
}

/**
 * The object for these bytes: the certificate that was read before, or this one. Equal certificates are therefore
 * identical.
 */
export function interned(certificate: Certificate): Certificate {
  const known = internedAs(certificate.thumbprint, certificate.der);
  if (known) return known;
  const replaced = read.get(certificate.thumbprint);
  read.set(certificate.thumbprint, certificate);
  held += certificate.der.length - (replaced?.der.length ?? 0);
  for (const [thumbprint, { der }] of read) {
    if (read.size <= MANY && held <= MANY_BYTES) break;
    read.delete(thumbprint);
    held -= der.length;
  }
  return certificate;
}

/** PEM with LF line endings. */
export function certificatePem(certificate: Certificate): string {
  return armor('CERTIFICATE', certificate.der);
}

/** Whether the issuer's key made the certificate's signature. False for an algorithm that is not supported. */
export function signedBy(certificate: Certificate, issuer: Certificate): boolean {
  return signatureBy(certificate, issuer) === 'valid';
}

/** Whether the issuer's key made the certificate's signature, or whether that cannot be decided. */
export function signatureBy(certificate: Certificate, issuer: Certificate): SignatureStatus {
  if (isDescribed(certificate) || isDescribed(issuer)) return 'unsupported';
  return signatures(certificate, issuer, () => {
    const signed = readSigned(certificate.der);
    if (!algorithmsMatch(signed)) return 'invalid';
    const key = keyOf(issuer);
    return key ? signatureStatusOf(signed, key) : 'unsupported';
  });
}

/** Whether only a description of the certificate is known: without its DER, no signature can be checked. */
export function isDescribed({ der }: Pick<Certificate, 'der'>): boolean {
  return der.length === 0;
}

/** The DER of the subject, as encoded in the certificate. */
export function subjectDerOf(certificate: Certificate): Uint8Array {
  return partsOf(readSigned(certificate.der)).subject.der;
}

/** The public key for node:crypto; undefined if node:crypto does not support it, or without the DER. */
export function keyOf(certificate: Certificate): KeyObject | undefined {
  if (isDescribed(certificate)) return undefined;
  return keys(certificate, () => ({ key: publicKeyObject(subjectPublicKeyOf(certificate)) })).key;
}

const MANY = 2000;
const MANY_BYTES = 32 * 1024 * 1024;
const read = new Map<string, Certificate>();
let held = 0;
const signatures = pairMemo<Certificate, Certificate, SignatureStatus>();
const keys = identityMemo<Certificate, { readonly key: KeyObject | undefined }>();

/** Two certificates can have the same SHA-1, so the bytes are compared. */
function internedAs(thumbprint: string, der: Uint8Array): Certificate | undefined {
  const known = read.get(thumbprint);
  return known && Buffer.compare(known.der, der) === 0 ? known : undefined;
}

function subjectPublicKeyOf(certificate: Certificate): Uint8Array {
  return partsOf(readSigned(certificate.der)).publicKey.der;
}

/** The outer signature algorithm must equal the signed one (RFC 5280 §4.1.1.2). */
function algorithmsMatch(signed: SignedStructure): boolean {
  return Buffer.compare(partsOf(signed).algorithm.der, signed.algorithm.der) === 0;
}

/** The certificate for a signed structure, from the memo if it was read before. */
export function certificateIn(signed: SignedStructure, thumbprint: string): Certificate {
  const parts = partsOf(signed);
  const { keyAlgorithm, keyBits, publicKeyId } = readPublicKey(parts.publicKey.der);
  const certificate: Certificate = {
    kind: 'certificate',
    version: parts.version ? readNumber(onlyElement(parts.version)) + 1 : 1,
    der: new Uint8Array(signed.der),
    thumbprint,
    subject: readName(parts.subject),
    issuer: readName(parts.issuer),
    serialNumber: readInteger(parts.serialNumber),
    notBefore: readTime(parts.notBefore),
    notAfter: readTime(parts.notAfter),
    publicKeyId,
    keyAlgorithm,
    keyBits,
    signatureAlgorithm: signatureAlgorithmName(signed.algorithm),
    selfSigned: false,
    // last: V8 takes fifty times as long to add fields one by one after a spread
    ...readExtensions(parts.extensions),
  };
  const selfSigned = sameName(certificate.subject, certificate.issuer) && signedBy(certificate, certificate);
  return Object.freeze({ ...certificate, selfSigned });
}

interface Parts {
  readonly version: Element | undefined;
  readonly serialNumber: Element;
  readonly algorithm: Element;
  readonly issuer: Element;
  readonly notBefore: Element | undefined;
  readonly notAfter: Element | undefined;
  readonly subject: Element;
  readonly publicKey: Element;
  readonly extensions: Element | undefined;
}

function partsOf({ toBeSigned }: SignedStructure): Parts {
  const fields = new Fields(toBeSigned);
  const version = fields.optional(contextTag(0));
  const serialNumber = fields.take(TAG.integer);
  const algorithm = fields.take(TAG.sequence);
  const issuer = fields.take(TAG.sequence);
  const validity = new Fields(fields.take(TAG.sequence));
  const [notBefore, notAfter] = [validity.any(), validity.any()];
  const subject = fields.take(TAG.sequence);
  const publicKey = fields.take(TAG.sequence);
  fields.optional(contextTag(1));
  fields.optional(contextTag(2));
  const wrapped = fields.optional(contextTag(3));
  return {
    version,
    serialNumber,
    algorithm,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    extensions: wrapped && onlyElement(wrapped),
  };
}
