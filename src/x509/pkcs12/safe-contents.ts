import { type Certificate, certificateFrom } from '../certificate';
import { encodingError } from '../der/encoding-error';
import { OID } from '../der/object-identifiers';
import {
  contextTag,
  type Element,
  elementsOf,
  Fields,
  onlyElement,
  readElement,
  sequenceOf,
  TAG,
} from '../der/read-der';
import { readText } from '../der/read-text';
import { hexOf, readOctets, readOid } from '../der/read-values';
import { type KeyPair, keyPairFromDer } from '../keys/key-pair';
import { THE_FILE, x509Refusal } from '../x509-refusals';
import type { Pkcs12Certificate, Pkcs12Content, Pkcs12Key } from './pkcs12-content';

/** Decrypts an encrypted part. */
export type Opening = (algorithm: Element, encrypted: Uint8Array) => Uint8Array;

/** All keys and certificates in the parts of an AuthenticatedSafe (RFC 7292 §4.1, §4.2). Other bags are skipped. */
export function contentOf(parts: readonly Element[], open: Opening): Pkcs12Content {
  const bags = parts.flatMap((part) => bagsIn(safeContents(part, open)));
  return Object.freeze({
    certificates: Object.freeze(bags.flatMap(certificateIn)),
    keys: Object.freeze(bags.flatMap((bag) => keyIn(bag, open))),
  });
}

/** The encryption schemes of a part that are visible without the password: of the part itself, or of its keys. */
export function encryptionIn(part: Element): string[] {
  const content = contentInfo(part);
  if (content.type === OID.encryptedData) return [schemeOf(encryptedPart(content.value).algorithm)];
  if (content.type !== OID.data) return [content.type];
  return bagsIn(readOctets(content.value))
    .filter(({ type }) => type === OID.shroudedKeyBag)
    .map(({ value }) => schemeOf(new Fields(value).take(TAG.sequence)));
}

interface Bag {
  readonly type: string;
  readonly value: Element;
  readonly names: Pick<Pkcs12Key, 'friendlyName' | 'localKeyId' | 'provider' | 'machineKeySet'>;
}

const DEEPEST = 5;

function safeContents(part: Element, open: Opening): Uint8Array {
  const { type, value } = contentInfo(part);
  if (type === OID.data) return readOctets(value);
  if (type !== OID.encryptedData) throw x509Refusal('unsupported.public-key-encryption', THE_FILE);
  const { algorithm, encrypted } = encryptedPart(value);
  return open(algorithm, encrypted);
}

function contentInfo(part: Element): { type: string; value: Element } {
  const fields = new Fields(part);
  return { type: readOid(fields.take(TAG.oid)), value: onlyElement(fields.take(contextTag(0))) };
}

function encryptedPart(encryptedData: Element): { algorithm: Element; encrypted: Uint8Array } {
  const fields = new Fields(encryptedData);
  fields.take(TAG.integer);
  const content = new Fields(fields.take(TAG.sequence));
  content.take(TAG.oid);
  return { algorithm: content.take(TAG.sequence), encrypted: readOctets(content.take(contextTag(0))) };
}

function schemeOf(algorithm: Element): string {
  return readOid(new Fields(algorithm).take(TAG.oid));
}

function bagsIn(contents: Uint8Array, depth = 0): Bag[] {
  if (depth > DEEPEST) throw encodingError('encoding.bags-too-deep', { most: DEEPEST });
  return sequenceOf(readElement(contents)).flatMap((element) => {
    const fields = new Fields(element);
    const type = readOid(fields.take(TAG.oid));
    const value = onlyElement(fields.take(contextTag(0)));
    if (type === OID.safeContentsBag) return bagsIn(value.der, depth + 1);
    return [{ type, value, names: namesIn(fields.optional(TAG.set)) }];
  });
}

function namesIn(attributes: Element | undefined): Bag['names'] {
  return (attributes ? elementsOf(attributes) : []).reduce<Bag['names']>((names, attribute) => {
    const fields = new Fields(attribute);
    const type = readOid(fields.take(TAG.oid));
    const [value] = elementsOf(fields.take(TAG.set));
    if (type === OID.localMachineKeySet) return { ...names, machineKeySet: true };
    if (!value) return names;
    if (type === OID.friendlyName) return { ...names, friendlyName: readText(value) };
    if (type === OID.localKeyId) return { ...names, localKeyId: hexOf(readOctets(value)) };
    return type === OID.keyProviderName ? { ...names, provider: readText(value) } : names;
  }, {});
}

function certificateIn({ type, value, names }: Bag): Pkcs12Certificate[] {
  if (type !== OID.certBag) return [];
  const fields = new Fields(value);
  if (readOid(fields.take(TAG.oid)) !== OID.x509Certificate) return [];
  const certificate: Certificate = certificateFrom(readOctets(onlyElement(fields.take(contextTag(0)))));
  const { friendlyName, localKeyId } = names;
  return [
    {
      certificate,
      ...(friendlyName === undefined ? {} : { friendlyName }),
      ...(localKeyId === undefined ? {} : { localKeyId }),
    },
  ];
}

function keyIn({ type, value, names }: Bag, open: Opening): Pkcs12Key[] {
  if (type === OID.keyBag) return [{ keyPair: readKey(value.der), ...names }];
  if (type !== OID.shroudedKeyBag) return [];
  const fields = new Fields(value);
  const algorithm = fields.take(TAG.sequence);
  return [{ keyPair: readKey(open(algorithm, readOctets(fields.take(TAG.octetString)))), ...names }];
}

function readKey(der: Uint8Array): KeyPair {
  const pair = keyPairFromDer(der);
  if (!pair) throw x509Refusal('unsupported.key-kind', THE_FILE);
  return pair;
}
