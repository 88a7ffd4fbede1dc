import { constants, hash, type KeyObject, privateEncrypt } from 'node:crypto';

/**
 * RSASSA-PSS with a salt that is derived from the signed bytes. node:crypto uses a random salt, but the same input must
 * give the same certificate. A verifier sees no difference (RFC 8017 §9.1, note 4, allows a fixed salt).
 */
export function pssSignature(bytes: Uint8Array, key: KeyObject, name: string): Uint8Array {
  const modulusBits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const encoded = encodedMessage(hash(name, bytes, 'buffer'), modulusBits - 1, name);
  const block = Buffer.alloc(Math.ceil(modulusBits / 8));
  encoded.copy(block, block.length - encoded.length);
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block));
}

/** EMSA-PSS-ENCODE with a salt as long as the digest (RFC 8017 §9.1.1). */
function encodedMessage(digest: Buffer, bits: number, name: string): Buffer {
  const length = Math.ceil(bits / 8);
  const salt = hash(name, Buffer.concat([Buffer.from('salt'), digest]), 'buffer');
  const h = hash(name, Buffer.concat([Buffer.alloc(8), digest, salt]), 'buffer');
  const block = Buffer.alloc(length - h.length - 1);
  block[block.length - salt.length - 1] = 1;
  salt.copy(block, block.length - salt.length);
  const mask = mgf1(h, block.length, name);
  const masked = block.map((byte, index) => byte ^ (mask[index] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return Buffer.concat([masked, h, Buffer.from([0xbc])]);
}

/** The mask generation function of RFC 8017 B.2.1. */
function mgf1(seed: Buffer, length: number, name: string): Buffer {
  const blocks: Buffer[] = [];
  for (let made = 0; made < length; ) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(blocks.length);
    const block = hash(name, Buffer.concat([seed, counter]), 'buffer');
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks);
}
