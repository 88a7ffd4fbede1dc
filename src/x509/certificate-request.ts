import { firstOfKind } from './content-kind';
import { armor } from './der/armor';
import { byteMemo } from './der/byte-memo';
import { OID } from './der/object-identifiers';
import { contextTag, type Element, elementsOf, Fields, sequenceOf, TAG } from './der/read-der';
import { readOid } from './der/read-values';
import { encodedStructure, inSetOrder, integer, sequence, tagged } from './der/write-der';
import { extensions } from './extensions';
import { type KeyPair, privateKeyOf, publicKeyDer } from './keys/key-pair';
import { publicKeyObject, readPublicKey } from './keys/public-key';
import { type Hash, signatureAlgorithmName } from './keys/signature';
import type { DistinguishedName } from './names/distinguished-name';
import { nameStructure, readName } from './names/name-encoding';
import { readExtensions } from './read-extensions';
import { attribute, clientAttributes, type RequestClient } from './request-attributes';
import { isSignedWith, readSigned, signStructure } from './signed-structure';
import { readAs } from './unexpected-content';

/** A PKCS #10 certification request (RFC 2986) as plain data. */
export interface CertificateRequest {
  readonly kind: 'request';
  readonly der: Uint8Array;
  readonly subject: DistinguishedName;
  /** the DER of the SubjectPublicKeyInfo */
  readonly publicKeyInfo: Uint8Array;
  readonly publicKeyId: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly keyUsage: readonly string[];
  readonly templateName?: string;
  /** object identifiers of the requested extensions, in order */
  readonly requestedExtensions: readonly string[];
  /** whether the key in the request signed it (proof of possession) */
  readonly signatureValid: boolean;
}

/** The content of a new request. */
export interface RequestContent {
  readonly subject: DistinguishedName;
  readonly keyPair: KeyPair;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage?: readonly string[];
  readonly keyUsage?: readonly string[];
  readonly templateName?: string;
  readonly hash?: Hash;
  /** the program that makes the request, as Windows records it in the attributes */
  readonly client?: RequestClient;
}

/** The order of the extensions in a request of Windows. */
const REQUEST_ORDER: readonly string[] = [
  OID.templateNameV1,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAlternativeName,
  OID.subjectKeyIdentifier,
];

/**
 * Creates and signs a request. With a `client`, it has the attributes that Windows adds (operating system, client,
 * provider), and a subject key identifier.
 */
export function createRequest(content: RequestContent): CertificateRequest {
  const wanted = extensions(
    {
      subject: content.subject,
      isCa: false,
      keyUsage: content.keyUsage ?? [],
      extendedKeyUsage: content.extendedKeyUsage ?? [],
      subjectAlternativeNames: content.subjectAlternativeNames,
      crlDistributionPoints: [],
      authorityInformationAccess: [],
      ...(content.templateName === undefined ? {} : { templateName: content.templateName }),
      requestedExtensions: REQUEST_ORDER,
    },
    content.client ? { subjectKeyId: content.keyPair.publicKeyId } : {},
  );
  const asked = wanted.value.length > 0 ? [attribute(OID.extensionRequest, wanted)] : [];
  const info = sequence(
    integer(0),
    nameStructure(content.subject),
    encodedStructure(publicKeyDer(content.keyPair)),
    tagged(0, ...inSetOrder([...(content.client ? clientAttributes(content.client) : []), ...asked])),
  );
  const method = { hash: content.hash ?? 'sha256', probabilistic: false };
  return requestFrom(signStructure(info, privateKeyOf(content.keyPair), method));
}

/**
 * Reads a request: DER, PEM with either label, on one line or wrapped, or plain base64. Refusal `not-a-request`
 * (CRYPT_E_ASN1_BADTAG).
 */
export function readRequest(bytes: Uint8Array): CertificateRequest {
  return requests(bytes, () =>
    readAs('request', bytes, () => {
      const der = firstOfKind(bytes, 'request');
      return der && requestFrom(der);
    }),
  );
}

const requests = byteMemo<CertificateRequest>();

/** PEM in the format of certreq: label NEW CERTIFICATE REQUEST, CRLF line endings. */
export function requestPem(request: CertificateRequest): string {
  return armor('NEW CERTIFICATE REQUEST', request.der, '\r\n');
}

function requestFrom(der: Uint8Array): CertificateRequest {
  const signed = readSigned(der);
  const fields = new Fields(signed.toBeSigned);
  fields.take(TAG.integer);
  const subject = readName(fields.take(TAG.sequence));
  const publicKey = fields.take(TAG.sequence);
  const attributes = fields.optional(contextTag(0));
  const key = publicKeyObject(publicKey.der);
  const { keyAlgorithm, keyBits, publicKeyId } = readPublicKey(publicKey.der);
  const asked = attributes && extensionsIn(attributes);
  const wanted = readExtensions(asked);
  return Object.freeze({
    kind: 'request',
    der: new Uint8Array(signed.der),
    subject,
    publicKeyInfo: new Uint8Array(publicKey.der),
    publicKeyId,
    keyAlgorithm,
    keyBits,
    signatureAlgorithm: signatureAlgorithmName(signed.algorithm),
    subjectAlternativeNames: wanted.subjectAlternativeNames,
    extendedKeyUsage: wanted.extendedKeyUsage,
    keyUsage: wanted.keyUsage,
    ...(wanted.templateName === undefined ? {} : { templateName: wanted.templateName }),
    requestedExtensions: Object.freeze(asked ? sequenceOf(asked).map((one) => readOid(sequenceOf(one)[0])) : []),
    signatureValid: key !== undefined && isSignedWith(signed, key),
  });
}

/** The requested extensions (RFC 2985 §5.4.2), also under Microsoft's object identifier. */
function extensionsIn(attributes: Element): Element | undefined {
  for (const attribute of elementsOf(attributes)) {
    const [type, values] = sequenceOf(attribute);
    const dotted = readOid(type);
    if (values && (dotted === OID.extensionRequest || dotted === OID.microsoftExtensionRequest))
      return elementsOf(values)[0];
  }
  return undefined;
}
