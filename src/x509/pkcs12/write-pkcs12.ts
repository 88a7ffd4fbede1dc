import { OID } from '../der/object-identifiers';
import { readElement, sequenceOf } from '../der/read-der';
import {
  bitString,
  bmpString,
  encodedStructure,
  inSetOrder,
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
import { type Encryption, encrypt, type Profile, type Scheme } from './password-encryption';
import type { Pkcs12Certificate, Pkcs12Content, Pkcs12Key } from './pkcs12-content';
import { macStructure } from './pkcs12-mac';
import { passwordForms } from './pkcs12-password';
import { type PasswordProtector, protectedPasswordPart } from './protected-password';

/** The protection of a file. `salt` gives the random bytes for each purpose. */
export interface Protection {
  readonly password: string;
  readonly profile: Profile;
  /** the encryption of the certificates, if it differs from that of the keys */
  readonly certificates?: Scheme | 'none';
  /** for whom the file keeps its password */
  readonly protector?: PasswordProtector;
  readonly salt: (length: number, purpose: string) => Uint8Array;
}

/**
 * Writes the file in the format of Windows: each private key in an encrypted bag, then all certificates in encrypted
 * content, with a MAC over both (RFC 7292 §4, §5.1). The same content, password and salts give the same bytes.
 */
export function writePkcs12(content: Pkcs12Content, protection: Protection): Uint8Array {
  const { password, profile, certificates, salt, protector } = protection;
  const [form] = passwordForms(password);
  if (!form) throw new Error('a password has no form');
  const protect = (purpose: string, scheme: Scheme = profile): Encryption => ({
    password: form,
    scheme,
    salt,
    purpose,
  });
  const parts: Structure[] = [];
  if (content.keys.length > 0) {
    const bags = content.keys.map((key, index) => keyBag(key, protect(`key ${index}`)));
    parts.push(dataContent(toDer(sequence(...bags))));
  }
  if (content.certificates.length > 0) {
    const bags = toDer(sequence(...content.certificates.map(certificateBag)));
    parts.push(
      certificates === 'none' ? dataContent(bags) : encryptedContent(bags, protect('certificates', certificates)),
    );
  }
  if (protector) parts.push(protectedPasswordPart(password, protector, salt(16, 'protected password')));
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
  const { algorithm, encrypted } = encrypt(privateKeyInfo(key), encryption);
  return bag(OID.shroudedKeyBag, sequence(algorithm, octetString(encrypted)), key);
}

/**
 * PrivateKeyInfo (RFC 5208 §5) with the attribute keyUsage, from which Windows learns AT_KEYEXCHANGE. Without a
 * provider, the attributes are omitted.
 */
function privateKeyInfo({ keyPair, provider }: Pkcs12Key): Uint8Array {
  const der = privateKeyDer(keyPair);
  if (provider === undefined) return der;
  const fields = sequenceOf(readElement(der)).map((field) => encodedStructure(field.der));
  const usage = KEY_USAGE[provider] ?? KEY_EXCHANGE;
  return toDer(sequence(...fields, tagged(0, attribute(OID.keyUsage, bitString(Uint8Array.of(usage), 4)))));
}

/** dataEncipherment, as in files of Windows; OpenSSL shows it as "Key Attributes: X509v3 Key Usage: 10". */
const KEY_EXCHANGE = 0x10;
/** Keys of a key storage provider may also sign ("90"). */
const KEY_USAGE: Readonly<Record<string, number>> = { 'Microsoft Software Key Storage Provider': 0x90 };

function certificateBag(entry: Pkcs12Certificate): Structure {
  const certificate = sequence(oid(OID.x509Certificate), tagged(0, octetString(entry.certificate.der)));
  return bag(OID.certBag, certificate, entry);
}

interface BagNames {
  readonly friendlyName?: string;
  readonly localKeyId?: string;
  readonly provider?: string;
  readonly machineKeySet?: boolean;
}

function bag(type: string, value: Structure, names: BagNames): Structure {
  const { friendlyName, localKeyId, provider, machineKeySet } = names;
  const attributes: Structure[] = [];
  if (machineKeySet) attributes.push(attribute(OID.localMachineKeySet));
  if (localKeyId !== undefined) attributes.push(attribute(OID.localKeyId, octetString(Buffer.from(localKeyId, 'hex'))));
  if (friendlyName !== undefined) attributes.push(attribute(OID.friendlyName, bmpString(friendlyName)));
  if (provider !== undefined) attributes.push(attribute(OID.keyProviderName, bmpString(provider)));
  const named = attributes.length > 0 ? [set(...inSetOrder(attributes))] : [];
  return sequence(oid(type), tagged(0, value), ...named);
}

function attribute(type: string, ...values: Structure[]): Structure {
  return sequence(oid(type), set(...values));
}
