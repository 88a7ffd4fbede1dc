import type { Instant } from '../surroundings';
import { unarmored } from './armor';
import type { Certificate } from './certificate';
import type { DistinguishedName } from './distinguished-name';
import { authorityKeyIdentifier, extension } from './extensions';
import { type KeyPair, privateKeyOf } from './key-pair';
import { nameStructure, readName } from './name-encoding';
import { OID } from './object-identifiers';
import { context, type Element, Fields, only, readElement, sequenceOf, TAG } from './read-der';
import { readInteger, readNumber, readOctets, readOid, readTime } from './read-values';
import { type Hash, signatureAlgorithm } from './signature';
import { readSigned, signStructure } from './signed-structure';
import { enumerated, integer, sequence, tagged, time } from './write-der';
import { readAs } from './wrong-content';

/** A certificate revocation list (RFC 5280 §5) as plain data. */
export interface Crl {
  readonly kind: 'crl';
  readonly der: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly revoked: readonly RevokedCertificate[];
}

export interface RevokedCertificate {
  readonly serialNumber: string;
  readonly at: Instant;
  /** CRLReason (RFC 5280 §5.3.1) */
  readonly reason?: number;
}

export interface CrlContent {
  readonly issuer: { readonly certificate: Certificate; readonly keyPair: KeyPair };
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly revoked: readonly RevokedCertificate[];
  readonly hash: Hash;
}

/** Makes and signs a base CRL. */
export function signCrl(content: CrlContent): Crl {
  const { certificate, keyPair } = content.issuer;
  const key = privateKeyOf(keyPair);
  const method = { hash: content.hash, probabilistic: false };
  const parts = sequence(
    integer(1),
    signatureAlgorithm(key, method),
    nameStructure(certificate.subject),
    time(content.thisUpdate),
    time(content.nextUpdate),
    ...(content.revoked.length > 0 ? [sequence(...content.revoked.map(entry))] : []),
    tagged(
      0,
      sequence(
        authorityKeyIdentifier(certificate.subjectKeyId ?? keyPair.publicKeyId),
        extension(OID.crlNumber, integer(content.number)),
      ),
    ),
  );
  return crlFrom(signStructure(parts, key, method));
}

/** Reads a CRL, DER or PEM. Refusal `not-a-crl` (CRYPT_E_ASN1_BADTAG). */
export function readCrl(bytes: Uint8Array): Crl {
  return readAs('crl', bytes, () => {
    const [first] = unarmored(bytes);
    return first && crlFrom(first.der);
  });
}

function entry({ serialNumber, at, reason }: RevokedCertificate) {
  const base = [integer(serialNumber), time(at)];
  return reason === undefined
    ? sequence(...base)
    : sequence(...base, sequence(extension(OID.reasonCode, enumerated(reason))));
}

function crlFrom(der: Uint8Array): Crl {
  const signed = readSigned(der);
  const fields = new Fields(signed.toBeSigned);
  fields.optional(TAG.integer);
  fields.take(TAG.sequence);
  const issuer = readName(fields.take(TAG.sequence));
  const thisUpdate = readTime(fields.any());
  const nextUpdate = readTime(fields.any());
  const revoked = fields.optional(TAG.sequence);
  const wrapped = fields.optional(context(0));
  return Object.freeze({
    kind: 'crl',
    der: new Uint8Array(signed.der),
    issuer,
    number: wrapped ? numberIn(only(wrapped)) : 0,
    thisUpdate,
    nextUpdate,
    revoked: Object.freeze(revoked ? sequenceOf(revoked).map(readEntry) : []),
  });
}

function readEntry(element: Element): RevokedCertificate {
  const fields = new Fields(element);
  const serialNumber = readInteger(fields.take(TAG.integer));
  const at = readTime(fields.any());
  const extensions = fields.optional(TAG.sequence);
  const reason = extensions && extensionValue(extensions, OID.reasonCode);
  return { serialNumber, at, ...(reason ? { reason: readNumber(reason) } : {}) };
}

function numberIn(extensions: Element): number {
  const value = extensionValue(extensions, OID.crlNumber);
  return value ? readNumber(value) : 0;
}

function extensionValue(extensions: Element, id: string): Element | undefined {
  const found = sequenceOf(extensions).find((one) => readOid(sequenceOf(one)[0]) === id);
  return found && readElement(readOctets(sequenceOf(found).at(-1)));
}
