import type { KeyObject } from 'node:crypto';
import { encodingError } from './der/encoding-error';
import { type Element, Fields, readElement, TAG } from './der/read-der';
import { readBits } from './der/read-values';
import { bitString, encodedStructure, type Structure, sequence, toDer } from './der/write-der';
import {
  type SignatureStatus,
  type SigningMethod,
  signatureAlgorithm,
  signatureStatus,
  signBytes,
} from './keys/signature';

/** The common form of certificates, requests and CRLs: signed content, an algorithm, a signature (X.509 SIGNED). */
export interface SignedStructure {
  readonly der: Uint8Array;
  readonly toBeSigned: Element;
  readonly algorithm: Element;
  readonly signature: Uint8Array;
}

/** Reads the three parts. */
export function readSigned(der: Uint8Array): SignedStructure {
  const element = readElement(der);
  const fields = new Fields(element);
  const toBeSigned = fields.take(TAG.sequence);
  const algorithm = fields.take(TAG.sequence);
  const signature = readBits(fields.take(TAG.bitString));
  if (fields.any()) throw encodingError('encoding.after-signature');
  return { der: element.der, toBeSigned, algorithm, signature };
}

/** Signs a structure. */
export function signStructure(toBeSigned: Structure, key: KeyObject, method: SigningMethod): Uint8Array {
  const bytes = toDer(toBeSigned);
  const { identifier } = signatureAlgorithm(key, method);
  return toDer(sequence(encodedStructure(bytes), identifier, bitString(signBytes(bytes, key, method))));
}

/** Whether the key signed the structure. False for an algorithm that is not supported. */
export function isSignedWith(signed: SignedStructure, key: KeyObject): boolean {
  return signatureStatusOf(signed, key) === 'valid';
}

/** Whether the key signed the structure, or whether that cannot be decided. */
export function signatureStatusOf(signed: SignedStructure, key: KeyObject): SignatureStatus {
  const { algorithm, signature, toBeSigned } = signed;
  return signatureStatus({ algorithm: algorithm.der, signature }, toBeSigned.der, key);
}
