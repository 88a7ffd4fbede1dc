import { namedMemo } from '../../memo';
import { encodingError } from '../der/encoding-error';
import { createBuffer, rc2 } from '../der/forge';
import { bytesOf, textOf } from '../der/write-der';

/** RC2 in CBC mode, from node-forge: OpenSSL 3 has it only as legacy, but older versions of Windows write it. */

const MOST_KEPT = 100;

/** Decrypts. Throws an EncodingError if the padding is wrong, as it is with a wrong key. */
export function decryptRc2(key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const opener = rc2.createDecryptionCipher(textOf(key), key.length * 8);
  opener.start(textOf(iv));
  opener.update(createBuffer(textOf(encrypted)));
  if (encrypted.length % 8 !== 0 || !opener.finish()) throw encodingError('encoding.padding');
  return bytesOf(opener.output.getBytes());
}

/** Encrypts, with padding. Scenarios with the same beginning repeat an export, and RC2 in JavaScript is slow. */
export function encryptRc2(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  return encryptions([key, iv, bytes].map(textOf).join('/'), () => encrypted(key, iv, bytes));
}

const encryptions = namedMemo<Uint8Array>(MOST_KEPT);

function encrypted(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  const cipher = rc2.createEncryptionCipher(textOf(key), key.length * 8);
  cipher.start(textOf(iv));
  cipher.update(createBuffer(textOf(bytes)));
  cipher.finish();
  return bytesOf(cipher.output.getBytes());
}
