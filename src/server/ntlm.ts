import { createHash, createHmac } from 'node:crypto';
import { createMD4 } from 'hash-wasm';
import type { Certificate } from '../x509/certificate';

/**
 * The server's part of NTLM over HTTP ([MS-NLMP], [MS-NTHT]): it answers a NEGOTIATE message with a CHALLENGE, and
 * verifies the NTLMv2 response of the AUTHENTICATE message. NTLMv1 is not offered. What protects later messages is
 * negotiated as the client asks, because some clients require that, but HTTP has no such messages.
 */

const SIGNATURE = Buffer.from('NTLMSSP\0');

/** [MS-NLMP] 2.2.2.5 */
const FLAGS = {
  unicode: 0x1,
  requestTarget: 0x4,
  ntlm: 0x200,
  alwaysSign: 0x8000,
  targetIsDomain: 0x10000,
  extendedSessionSecurity: 0x80000,
  targetInfo: 0x800000,
} as const;

/** Signing, sealing, key exchange, keys of 56 and 128 bits, and the version: a server agrees to what the client asks. */
const AGREED = 0x10 | 0x20 | 0x2000000 | 0x20000000 | 0x40000000 | 0x80000000;

/** [MS-NLMP] 2.2.2.1 */
const AV = { end: 0, computer: 1, domain: 2, dnsComputer: 3, dnsDomain: 4, timestamp: 7, channelBindings: 10 } as const;

/** The names that a CHALLENGE states. */
export interface NtlmTarget {
  readonly netbios: string;
  readonly domain: string;
  readonly computer: string;
}

/** The identity that an AUTHENTICATE message claims, before it is verified. */
export interface NtlmClaim {
  readonly user: string;
  readonly domain: string;
  readonly response: Buffer;
}

/** The kind of an NTLM message, 1 to 3; undefined for other bytes. */
export function ntlmMessageType(message: Buffer): number | undefined {
  return message.length >= 12 && message.subarray(0, 8).equals(SIGNATURE) ? message.readUInt32LE(8) : undefined;
}

/** What the server puts into a CHALLENGE message. */
export interface NtlmChallenge {
  readonly target: NtlmTarget;
  /** eight random bytes */
  readonly challenge: Uint8Array;
  /** the present time, in milliseconds since 1970 */
  readonly at: number;
}

/** The CHALLENGE message that answers this NEGOTIATE message. */
export function ntlmChallenge(negotiate: Buffer, { target, challenge, at }: NtlmChallenge): Buffer {
  const name = Buffer.from(target.netbios, 'utf16le');
  const info = targetInfo(target, at);
  const header = Buffer.alloc(56);
  SIGNATURE.copy(header);
  header.writeUInt32LE(2, 8);
  writeFields(header, 12, name.length, header.length);
  const { unicode, requestTarget, ntlm, alwaysSign, targetIsDomain, extendedSessionSecurity } = FLAGS;
  const flags = unicode | requestTarget | ntlm | alwaysSign | targetIsDomain | extendedSessionSecurity;
  const asked = negotiate.length < 16 ? 0 : negotiate.readUInt32LE(12) & AGREED;
  header.writeUInt32LE((flags | FLAGS.targetInfo | asked) >>> 0, 20);
  Buffer.from(challenge).copy(header, 24);
  writeFields(header, 40, info.length, header.length + name.length);
  // version 6.3, build 9600, as [MS-NLMP] 2.2.2.10 lays it out
  header.set([6, 3, 0x80, 0x25, 0, 0, 0, 15], 48);
  return Buffer.concat([header, name, info]);
}

/** What an AUTHENTICATE message claims; undefined if it is damaged or has no NTLMv2 response. */
export function ntlmClaim(message: Buffer): NtlmClaim | undefined {
  if (message.length < 64) return undefined;
  const [response, domain, user] = [20, 28, 36].map((offset) => field(message, offset));
  const isUnicode = (message.readUInt32LE(60) & FLAGS.unicode) !== 0;
  if (!response || !domain || !user || !isUnicode || response.length < 16 + 28) return undefined;
  return { response, domain: domain.toString('utf16le'), user: user.toString('utf16le') };
}

/** Whether the response proves the password with this hash for the challenge ([MS-NLMP] 3.3.2). */
export function provesPassword(claim: NtlmClaim, passwordHash: Uint8Array, challenge: Uint8Array): boolean {
  const name = Buffer.from(claim.user.toUpperCase() + claim.domain, 'utf16le');
  const key = hmac(Buffer.from(passwordHash), name);
  return hmac(key, Buffer.from(challenge), claim.response.subarray(16)).equals(claim.response.subarray(0, 16));
}

/** The hash by which NTLM knows a password: MD4 of UTF-16LE, which the OpenSSL of Node.js does not have. */
export async function ntlmPasswordHash(password: string): Promise<Uint8Array> {
  const md4 = await createMD4();
  return md4.init().update(Buffer.from(password, 'utf16le')).digest('binary');
}

/** The hash of the channel bindings in the response; undefined if the client sent none (MsvAvChannelBindings). */
export function channelBindingsIn({ response }: NtlmClaim): Buffer | undefined {
  const bindings = avPairs(response.subarray(16 + 28)).get(AV.channelBindings);
  return bindings?.some((byte) => byte !== 0) ? bindings : undefined;
}

/** What a server's certificate contributes to channel bindings. */
export type BoundCertificate = Pick<Certificate, 'der' | 'signatureAlgorithm'>;

/**
 * The hash that a client sends for a TLS connection to a server with this certificate: MD5 of gss_channel_bindings with
 * `tls-server-end-point` (RFC 5929 §4, RFC 4121 §4.1.1.2). The certificate is hashed as for its signature, but with
 * SHA-256 in place of MD5 and SHA-1.
 */
export function channelBindingsFor({ der, signatureAlgorithm }: BoundCertificate): Buffer {
  const [hash = 'sha256'] = /^sha(?:224|256|384|512)(?=[A-Z])/.exec(signatureAlgorithm) ?? [];
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), createHash(hash).update(der).digest()]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return createHash('md5')
    .update(Buffer.concat([Buffer.alloc(16), length, data]))
    .digest();
}

function hmac(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  return createHmac('md5', key).update(Buffer.concat(parts)).digest();
}

function targetInfo({ netbios, domain, computer }: NtlmTarget, at: number): Buffer {
  const time = Buffer.alloc(8);
  // 100 ns since 1601
  time.writeBigUInt64LE((BigInt(at) + 11_644_473_600_000n) * 10_000n);
  const text = (value: string): Buffer => Buffer.from(value, 'utf16le');
  return Buffer.concat([
    avPair(AV.domain, text(netbios)),
    avPair(AV.computer, text((computer.split('.')[0] ?? '').toUpperCase())),
    avPair(AV.dnsDomain, text(domain)),
    avPair(AV.dnsComputer, text(computer)),
    avPair(AV.timestamp, time),
    avPair(AV.end, Buffer.alloc(0)),
  ]);
}

function avPair(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
}

function avPairs(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const pairs = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [id, length] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    if (id === AV.end || at + 4 + length > bytes.length) break;
    pairs.set(id, bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return pairs;
}

function writeFields(message: Buffer, at: number, length: number, offset: number): void {
  message.writeUInt16LE(length, at);
  message.writeUInt16LE(length, at + 2);
  message.writeUInt32LE(offset, at + 4);
}

/** The bytes that length and offset at this place describe; undefined if they are outside the message. */
function field(message: Buffer, at: number): Buffer | undefined {
  const [length, offset] = [message.readUInt16LE(at), message.readUInt32LE(at + 4)];
  return offset + length <= message.length ? message.subarray(offset, offset + length) : undefined;
}
