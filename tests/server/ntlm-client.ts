import { createHash, createHmac } from 'node:crypto';
import { md4 } from 'hash-wasm';

/** The client's part of NTLMv2 ([MS-NLMP] 3.1.5), for tests that choose every part of a message. */

const SIGNATURE = Buffer.from('NTLMSSP\0');

/** NEGOTIATE_MESSAGE without names: Unicode, NTLM, extended session security, target. */
export const NEGOTIATE = Buffer.concat([
  SIGNATURE,
  Buffer.from('0100000005020800000000000000000000000000000000000000000000000000', 'hex'),
]);

/** Who logs on, and to which TLS certificate the response is bound. */
export interface NtlmLogon {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  /** the hash of the channel bindings (MsvAvChannelBindings) */
  readonly bindings?: Buffer;
}

/** AUTHENTICATE_MESSAGE for this CHALLENGE_MESSAGE. */
export async function authenticateMessage(challenge: Buffer, logon: NtlmLogon): Promise<Buffer> {
  const { user, domain, password, bindings } = logon;
  const hash = Buffer.from(await md4(utf16(password)), 'hex');
  const key = hmac(hash, utf16(user.toUpperCase() + domain));
  const [length, offset] = [challenge.readUInt16LE(40), challenge.readUInt32LE(44)];
  const info = challenge.subarray(offset, offset + length - 4);
  const bound = bindings ? Buffer.concat([Buffer.from([10, 0, 16, 0]), bindings]) : Buffer.alloc(0);
  const blob = Buffer.concat([
    Buffer.from('0101000000000000', 'hex'),
    Buffer.alloc(8),
    Buffer.alloc(8, 0xaa),
    Buffer.alloc(4),
    info,
    bound,
    Buffer.alloc(8),
  ]);
  const proof = hmac(key, Buffer.concat([challenge.subarray(24, 32), blob]));
  return message([Buffer.alloc(24), Buffer.concat([proof, blob]), utf16(domain), utf16(user)]);
}

/** The hash of the channel bindings for a server whose certificate has this hash (RFC 5929 §4). */
export function bindingsOf(certificateHash: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), certificateHash]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return createHash('md5')
    .update(Buffer.concat([Buffer.alloc(16), length, data]))
    .digest();
}

/** Header, descriptors and contents; workstation and session key are empty. */
function message(contents: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(64);
  SIGNATURE.copy(header);
  header.writeUInt32LE(3, 8);
  let end = header.length;
  for (const [index, content] of [...contents, Buffer.alloc(0), Buffer.alloc(0)].entries()) {
    const at = 12 + 8 * index;
    header.writeUInt16LE(content.length, at);
    header.writeUInt16LE(content.length, at + 2);
    header.writeUInt32LE(end, at + 4);
    end += content.length;
  }
  header.writeUInt32LE(0x00080205, 60);
  return Buffer.concat([header, ...contents]);
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function hmac(key: Buffer, bytes: Buffer): Buffer {
  return createHmac('md5', key).update(bytes).digest();
}
