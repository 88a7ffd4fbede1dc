import type { Instant } from '../determinism';
import { type Certificate, subjectDerOf } from './certificate';
import { firstOfKind } from './content-kind';
import { OID } from './der/object-identifiers';
import { contextTag, type Element, Fields, onlyElement, readElement, sequenceOf, TAG } from './der/read-der';
import { readInteger, readNumber, readOctets, readOid, readTime } from './der/read-values';
import { encodedStructure, enumerated, integer, sequence, tagged, time } from './der/write-der';
import { extension } from './extension';
import type { CaVersion } from './extension-content';
import { authorityKeyIdentifier, freshestCrl } from './extensions';
import { type KeyPair, privateKeyOf } from './keys/key-pair';
import { type Hash, signatureAlgorithm } from './keys/signature';
import { caVersion } from './microsoft-extensions';
import type { DistinguishedName } from './names/distinguished-name';
import { readName } from './names/name-encoding';
import { readSigned, signStructure } from './signed-structure';
import { readAs } from './unexpected-content';

/** A certificate revocation list (RFC 5280 §5) as plain data. */
export interface Crl {
  readonly kind: 'crl';
  readonly der: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly revoked: readonly RevokedCertificate[];
  /** for a delta CRL: the number of the complete CRL that it extends (RFC 5280 §5.2.4) */
  readonly deltaOf?: number;
}

export interface RevokedCertificate {
  readonly serialNumber: string;
  readonly at: Instant;
  /** CRLReason (RFC 5280 §5.3.1); 0 (unspecified) is not encoded */
  readonly reason?: number;
}

export interface CrlContent {
  readonly issuer: { readonly certificate: Certificate; readonly keyPair: KeyPair };
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly revoked: readonly RevokedCertificate[];
  readonly hash: Hash;
  readonly deltaOf?: number;
  /** which key of the authority signs (szOID_CERTSRV_CA_VERSION) */
  readonly caVersion?: CaVersion;
  /** when the authority publishes its next CRL (szOID_CRL_NEXT_PUBLISH) */
  readonly nextPublish?: Instant;
  /** the addresses of the delta CRL, for a base CRL (RFC 5280 §5.2.6) */
  readonly freshest?: readonly string[];
}

/** Creates and signs a CRL, version 2; with `deltaOf`, a delta CRL. */
export function signCrl(content: CrlContent): Crl {
  const { certificate, keyPair } = content.issuer;
  const { deltaOf, freshest = [] } = content;
  const key = privateKeyOf(keyPair);
  const method = { hash: content.hash, probabilistic: false };
  const parts = sequence(
    integer(1),
    signatureAlgorithm(key, method).identifier,
    encodedStructure(subjectDerOf(certificate)),
    time(content.thisUpdate),
    time(content.nextUpdate),
    ...(content.revoked.length > 0 ? [sequence(...content.revoked.map(entry))] : []),
    tagged(
      0,
      sequence(
        authorityKeyIdentifier(certificate.subjectKeyId ?? keyPair.publicKeyId),
        ...(content.caVersion ? [caVersion(content.caVersion)] : []),
        extension(OID.crlNumber, integer(content.number)),
        ...(content.nextPublish === undefined ? [] : [extension(OID.nextCrlPublish, time(content.nextPublish))]),
        ...(freshest.length === 0 ? [] : [freshestCrl(freshest)]),
        ...(deltaOf === undefined ? [] : [extension(OID.deltaCrlIndicator, integer(deltaOf), true)]),
      ),
    ),
  );
  return crlFrom(signStructure(parts, key, method));
}

/** Reads a CRL, DER or PEM. Refusal `not-a-crl` (CRYPT_E_ASN1_BADTAG). */
export function readCrl(bytes: Uint8Array): Crl {
  return readAs('crl', bytes, () => {
    const der = firstOfKind(bytes, 'crl');
    return der && crlFrom(der);
  });
}

function entry({ serialNumber, at, reason }: RevokedCertificate) {
  const base = [integer(serialNumber), time(at)];
  return reason ? sequence(...base, sequence(extension(OID.reasonCode, enumerated(reason)))) : sequence(...base);
}

function crlFrom(der: Uint8Array): Crl {
  const signed = readSigned(der);
  const fields = new Fields(signed.toBeSigned);
  fields.optional(TAG.integer);
  fields.take(TAG.sequence);
  const issuer = readName(fields.take(TAG.sequence));
  const thisUpdate = readTime(fields.any());
  // a CRL without nextUpdate does not expire (§5.1.2.5 requires the field, X.509 does not)
  const next = fields.optional(TAG.utcTime) ?? fields.optional(TAG.generalizedTime);
  const revoked = fields.optional(TAG.sequence);
  const wrapped = fields.optional(contextTag(0));
  const extensions = wrapped && onlyElement(wrapped);
  const deltaOf = extensions && numberIn(extensions, OID.deltaCrlIndicator);
  return Object.freeze({
    kind: 'crl',
    der: new Uint8Array(signed.der),
    issuer,
    number: extensions ? (numberIn(extensions, OID.crlNumber) ?? 0) : 0,
    thisUpdate,
    nextUpdate: next ? readTime(next) : Number.POSITIVE_INFINITY,
    revoked: Object.freeze(revoked ? sequenceOf(revoked).map(readEntry) : []),
    ...(deltaOf === undefined ? {} : { deltaOf }),
  });
}

function readEntry(element: Element): RevokedCertificate {
  const fields = new Fields(element);
  const serialNumber = readInteger(fields.take(TAG.integer));
  const at = readTime(fields.any());
  const extensions = fields.optional(TAG.sequence);
  const reason = extensions && extensionValue(extensions, OID.reasonCode);
  return Object.freeze({ serialNumber, at, ...(reason ? { reason: readNumber(reason) } : {}) });
}

function numberIn(extensions: Element, id: string): number | undefined {
  const value = extensionValue(extensions, id);
  return value && readNumber(value);
}

function extensionValue(extensions: Element, id: string): Element | undefined {
  const found = sequenceOf(extensions).find((one) => readOid(sequenceOf(one)[0]) === id);
  return found && readElement(readOctets(sequenceOf(found).at(-1)));
}
