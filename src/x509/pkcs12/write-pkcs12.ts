import { OID } from '../der/object-identifiers';
import {
  bmpString,
  integer,
  octetString,
  oid,
  type Structure,
  sequence,
  set,
  tagged,
  taggedBytes,
  toDer,
} from '../der/write-der';
import { privateKeyDer } from '../keys/key-pair';
import { type Encryption, encrypt, type Profile } from './password-encryption';
import type { Pkcs12Certificate, Pkcs12Content, Pkcs12Key } from './pkcs12-content';
import { macStructure } from './pkcs12-mac';
import { passwordForms } from './pkcs12-password';

/** The protection of a file. `salt` gives the random bytes for each purpose. */
export interface Protection {
  readonly password: string;
  readonly profile: Profile;
  readonly salt: (length: number, purpose: string) => Uint8Array;
}

/**
 * Writes the file in the format of Windows: each private key in an encrypted bag, then all certificates in encrypted
 * content, with a MAC over both (RFC 7292 §4, §5.1). The same content, password and salts give the same bytes.
 */
export function writePkcs12(content: Pkcs12Content, { password, profile, salt }: Protection): Uint8Array {
  const [form] = passwordForms(password);
  if (!form) throw new Error('a password has no form');
  const protect = (purpose: string): Encryption => ({ password: form, profile, salt, purpose });
  const parts: Structure[] = [];
  if (content.keys.length > 0) {
    const bags = content.keys.map((key, index) => keyBag(key, protect(`key ${index}`)));
    parts.push(dataContent(toDer(sequence(...bags))));
  }
  if (content.certificates.length > 0) {
    parts.push(encryptedContent(toDer(sequence(...content.certificates.map(certificateBag))), protect('certificates')));
  }
  const safe = toDer(sequence(...parts));
  return toDer(sequence(integer(3), dataContent(safe), macStructure(safe, protect('mac'))));
}

function dataContent(bytes: Uint8Array): Structure {
  return sequence(oid(OID.data), tagged(0, octetString(bytes)));
}

/** EncryptedData (RFC 2315 §13). */
function encryptedContent(bytes: Uint8Array, encryption: Encryption): Structure {
  const { algorithm, encrypted } = encrypt(bytes, encryption);
  const content = sequence(oid(OID.data), algorithm, taggedBytes(0, encrypted));
  return sequence(oid(OID.encryptedData), tagged(0, sequence(integer(0), content)));
}

function keyBag(key: Pkcs12Key, encryption: Encryption): Structure {
  const { algorithm, encrypted } = encrypt(privateKeyDer(key.keyPair), encryption);
  return bag(OID.shroudedKeyBag, sequence(algorithm, octetString(encrypted)), key);
}

function certificateBag(entry: Pkcs12Certificate): Structure {
  const certificate = sequence(oid(OID.x509Certificate), tagged(0, octetString(entry.certificate.der)));
  return bag(OID.certBag, certificate, entry);
}

interface BagNames {
  readonly friendlyName?: string;
  readonly localKeyId?: string;
  readonly provider?: string;
}

function bag(type: string, value: Structure, { friendlyName, localKeyId, provider }: BagNames): Structure {
  const attributes: Structure[] = [];
  if (localKeyId !== undefined) attributes.push(attribute(OID.localKeyId, octetString(Buffer.from(localKeyId, 'hex'))));
  if (friendlyName !== undefined) attributes.push(attribute(OID.friendlyName, bmpString(friendlyName)));
  if (provider !== undefined) attributes.push(attribute(OID.keyProviderName, bmpString(provider)));
  const named = attributes.length > 0 ? [set(...attributes)] : [];
  return sequence(oid(type), tagged(0, value), ...named);
}

function attribute(type: string, value: Structure): Structure {
  return sequence(oid(type), set(value));
}
