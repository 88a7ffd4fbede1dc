import { type Certificate, certificateFrom } from '../certificate';
import { contextTag, elementsOf } from '../der/read-der';
import { encodedStructure, sequence, toDer } from '../der/write-der';
import { type KeyPair, privateKeyOf, publicKeyDer } from '../keys/key-pair';
import { type Hash, signatureAlgorithm } from '../keys/signature';
import { readSigned, signStructure } from '../signed-structure';

/** Which keys replace those of a certificate. */
export interface Rekeying {
  /** the new key of the subject; null: the subject keeps its key */
  readonly publicKey: KeyPair | null;
  /** the key that signs */
  readonly signer: KeyPair;
  /** the new key identifiers by the old ones, in hex */
  readonly keyIds: ReadonlyMap<string, string>;
}

const HASHES: Readonly<Record<string, Hash>> = {
  md5RSA: 'md5',
  sha1RSA: 'sha1',
  sha256RSA: 'sha256',
  sha384RSA: 'sha384',
  sha512RSA: 'sha512',
};

/** The fields between the start of a certificate and its public key (RFC 5280 §4.1), without the version. */
const FIELDS_BEFORE_KEY = 5;

/**
 * The certificate with other keys and a new signature: names, dates, serial number and extensions stay. Key identifiers
 * in its extensions are replaced, too. Null if its signature is not RSA with PKCS #1 v1.5, or if a new key identifier
 * does not have the length of the old one.
 */
export function rekeyedCertificate(
  certificate: Certificate,
  { publicKey, signer, keyIds }: Rekeying,
): Certificate | null {
  const hash = HASHES[certificate.signatureAlgorithm];
  const own = [certificate.subjectKeyId, certificate.authorityKeyId].filter((id) => id !== undefined);
  const fits = own.every((id) => (keyIds.get(id) ?? id).length === id.length);
  if (hash === undefined || !fits) return null;
  const key = privateKeyOf(signer);
  const method = { hash, probabilistic: false };
  const fields = elementsOf(readSigned(certificate.der).toBeSigned);
  const keyAt = FIELDS_BEFORE_KEY + (fields[0]?.tag === contextTag(0) ? 1 : 0);
  const algorithmAt = keyAt - FIELDS_BEFORE_KEY + 1;
  const parts = fields.map(({ der }, index) => {
    if (index === algorithmAt) return toDer(signatureAlgorithm(key, method).identifier);
    if (index === keyAt) return publicKey ? publicKeyDer(publicKey) : der;
    return index > keyAt ? withKeyIds(der, keyIds) : der;
  });
  return certificateFrom(signStructure(sequence(...parts.map(encodedStructure)), key, method));
}

function withKeyIds(der: Uint8Array, keyIds: ReadonlyMap<string, string>): Uint8Array {
  const text = Buffer.from(der).toString('hex');
  const replaced = [...keyIds].reduce((hex, [from, to]) => hex.replaceAll(from.toLowerCase(), to.toLowerCase()), text);
  return replaced === text ? der : Buffer.from(replaced, 'hex');
}
