import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type AuthenticationSettings, authentication } from '../../src/server/authentication';
import { channelBindingsFor } from '../../src/server/ntlm';
import { execute, withPrograms } from '../support/programs';
import { authenticateMessage, bindingsOf, NEGOTIATE, type NtlmLogon } from './ntlm-client';

/** The authentication of one connection, with messages that no usual client sends. */

const CERTIFICATE = { der: Buffer.from('the bytes of a certificate'), signatureAlgorithm: 'sha256RSA' };
const RIGHT = { user: 'User', domain: 'Domain', password: 'Password' };

/** The values of [MS-NLMP] 4.2.1: user, domain, password and server challenge. */
const SETTINGS: AuthenticationSettings = {
  schemes: ['negotiate', 'ntlm', 'basic'],
  extendedProtection: 'off',
  target: { netbios: 'Domain', domain: 'domain.example', computer: 'server.domain.example' },
  accounts: ['Domain\\User'],
  password: 'Password',
  certificate: CERTIFICATE,
  random: () => Buffer.from('0123456789abcdef', 'hex'),
  clock: () => 0,
};

/** AUTHENTICATE_MESSAGE of [MS-NLMP] 4.2.4.3. */
const PUBLISHED = Buffer.from(
  '4e544c4d5353500003000000180018006c00000054005400840000000c000c0048000000080008005400000010001000' +
    '5c00000010001000d8000000358288e20501280a0000000f44006f006d00610069006e00550073006500720043004f004d00' +
    '5000550054004500520086c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa68cd0ab851e51c96aabc927bebef6a1c' +
    '01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e0001000c00' +
    '5300650072007600650072000000000000000000c5dad2544fc9799094ce1ce90bc9d03e',
  'hex',
);

/** The first token of SPNEGO as Windows sends it: the mechanism NTLM with its first message. */
const SPNEGO = Buffer.concat([
  Buffer.from('604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa22a0428', 'hex'),
  NEGOTIATE,
]);

async function site(changed: Partial<AuthenticationSettings> = {}) {
  const authenticate = await authentication({ ...SETTINGS, ...changed });
  const send = (socket: object, scheme: string, token: Buffer) =>
    authenticate(socket, `${scheme} ${token.toString('base64')}`);
  /** the CHALLENGE message for the first message of a connection */
  const challenged = (socket: object, scheme = 'NTLM', token = NEGOTIATE): Buffer => {
    const answer = send(socket, scheme, token);
    const [value = ''] = 'challenges' in answer ? answer.challenges : [];
    return Buffer.from(value.split(' ')[1] ?? '', 'base64');
  };
  const loggedOn = async (logon: NtlmLogon, scheme = 'NTLM') => {
    const socket = {};
    return send(socket, scheme, await authenticateMessage(challenged(socket, scheme), logon));
  };
  return { authenticate, send, challenged, loggedOn };
}

const REFUSED = { challenges: ['Negotiate', 'NTLM', 'Basic realm="certsrv", charset="UTF-8"'] };
const ACCEPTED = { account: 'Domain\\User' };

describe('Windows authentication of certsrv', () => {
  it('accepts the message that [MS-NLMP] 4.2.4.3 publishes, and no changed one', async () => {
    const { send, challenged } = await site();
    const answerTo = (message: Buffer) => {
      const socket = {};
      challenged(socket);
      return send(socket, 'NTLM', message);
    };
    expect(PUBLISHED.includes(Buffer.from('68cd0ab851e51c96aabc927bebef6a1c', 'hex'))).to.equal(true);
    expect(answerTo(PUBLISHED)).to.deep.equal(ACCEPTED);
    // the response and what follows it: the proof, the time, the client's challenge, the names
    for (let at = 0x84; at < 0xd8; at += 1) {
      const changed = Buffer.from(PUBLISHED);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(answerTo(changed), `byte ${at}`).to.deep.equal(REFUSED);
    }
    for (let end = 0; end < 0xd8; end += 1) expect(answerTo(PUBLISHED.subarray(0, end))).to.deep.equal(REFUSED);
  });

  it('agrees to the protection that the client asks for, as some clients require, and to no other', async () => {
    const { challenged } = await site();
    const flagsFor = (asked: number): number => {
      const negotiate = Buffer.from(NEGOTIATE);
      negotiate.writeUInt32LE(asked, 12);
      return challenged({}, 'NTLM', negotiate).readUInt32LE(20);
    };
    // what the GSS-API mechanism gss-ntlmssp sends, and the bits of it that it requires of the answer
    expect(flagsFor(0xe2088217) & 0xe2000030).to.equal(0xe2000010 | 0);
    expect(flagsFor(0x00088207) & 0xe2000030).to.equal(0);
  });

  it('refuses a token that was used, on its connection and on another one', async () => {
    const { send, challenged, authenticate } = await site({ random: counter() });
    const socket = {};
    const token = await authenticateMessage(challenged(socket), RIGHT);
    expect(send(socket, 'NTLM', token)).to.deep.equal(ACCEPTED);
    expect(authenticate(socket, undefined)).to.deep.equal(ACCEPTED);
    expect(send(socket, 'NTLM', token)).to.deep.equal(REFUSED);
    expect(authenticate(socket, undefined)).to.deep.equal(REFUSED);
    const other = {};
    challenged(other);
    expect(send(other, 'NTLM', token)).to.deep.equal(REFUSED);
    expect(send({}, 'NTLM', token)).to.deep.equal(REFUSED);
  });

  it('refuses another password, account or domain, and a scheme that is not offered', async () => {
    const { loggedOn } = await site();
    for (const scheme of ['NTLM', 'Negotiate']) {
      expect(await loggedOn(RIGHT, scheme)).to.deep.equal(ACCEPTED);
      expect(await loggedOn({ ...RIGHT, user: 'USER', domain: 'DOMAIN.example' }, scheme)).to.deep.equal(ACCEPTED);
      expect(await loggedOn({ ...RIGHT, password: 'password' }, scheme)).to.deep.equal(REFUSED);
      expect(await loggedOn({ ...RIGHT, user: 'Other' }, scheme)).to.deep.equal(REFUSED);
      expect(await loggedOn({ ...RIGHT, domain: 'Fabrikam' }, scheme)).to.deep.equal(REFUSED);
    }
    const basic = await site({ schemes: ['basic'] });
    expect(basic.send({}, 'NTLM', NEGOTIATE)).to.deep.equal({ challenges: REFUSED.challenges.slice(2) });
    const ntlm = await site({ schemes: ['ntlm'] });
    expect(ntlm.send({}, 'Basic', Buffer.from('User:Password'))).to.deep.equal({ challenges: ['NTLM'] });
  });

  it('answers Negotiate as the client asks: with NTLM alone, or within SPNEGO', async (t) => {
    const { send, challenged } = await site();
    const raw = challenged({}, 'Negotiate');
    expect(raw.subarray(0, 12)).to.deep.equal(Buffer.from('NTLMSSP\0\x02\0\0\0'));
    const socket = {};
    const wrapped = challenged(socket, 'Negotiate', SPNEGO);
    const inside = wrapped.subarray(wrapped.indexOf('NTLMSSP'));
    expect(inside).to.deep.equal(raw);
    const token = await authenticateMessage(inside, RIGHT);
    const head = (tag: number, length: number) => Buffer.from([tag, 0x82, length >> 8, length & 0xff]);
    const { length } = token;
    const parts = [head(0xa1, length + 12), head(0x30, length + 8), head(0xa2, length + 4), head(0x04, length), token];
    expect(send(socket, 'Negotiate', Buffer.concat(parts))).to.deep.equal(ACCEPTED);
    expect(send({}, 'Negotiate', Buffer.from('6006060a', 'hex'))).to.deep.equal(REFUSED);
    withPrograms(t, ['openssl'], () => {
      const decoded = execute('bash', [
        '-c',
        `openssl asn1parse -inform DER < <(printf %s ${wrapped.toString('base64')} | base64 -d)`,
      ]);
      const lines = decoded.all
        .split('\n')
        .map((line) => line.replace(/^.*?(cons|prim): +/, '').replace(/\[HEX.*/, ''));
      expect(lines.map((line) => line.trim()).filter((line) => line !== '')).to.deep.equal([
        'cont [ 1 ]',
        'SEQUENCE',
        'cont [ 0 ]',
        'ENUMERATED        :01',
        'cont [ 1 ]',
        'OBJECT            :1.3.6.1.4.1.311.2.2.10',
        'cont [ 2 ]',
        'OCTET STRING',
      ]);
    });
  });
});

describe('Extended Protection of certsrv', () => {
  it('accepts only a response for the TLS certificate, if it is required', async () => {
    // the values that Microsoft published for Extended Protection
    const published = Buffer.from('e3ca49271e5089cc48ce82109f1324f41dbeddc29a777410c738f7868c4ff405', 'hex');
    expect(bindingsOf(published).toString('hex')).to.equal('6ea19df066da4622051f9c4f92c6df74');
    const required = await site({ extendedProtection: 'required' });
    const bindings = bindingsOf(createHash('sha256').update(CERTIFICATE.der).digest());
    const other = bindingsOf(createHash('sha256').update('another certificate').digest());
    expect(await required.loggedOn({ ...RIGHT, bindings })).to.deep.equal(ACCEPTED);
    expect(await required.loggedOn({ ...RIGHT, bindings, password: 'password' })).to.deep.equal(REFUSED);
    for (const wrong of [{}, { bindings: other }, { bindings: Buffer.alloc(16) }])
      expect(await required.loggedOn({ ...RIGHT, ...wrong })).to.deep.equal(REFUSED);
    const off = await site();
    for (const any of [{}, { bindings }, { bindings: other }])
      expect(await off.loggedOn({ ...RIGHT, ...any })).to.deep.equal(ACCEPTED);
  });

  it('hashes the certificate as for its signature, with SHA-256 at least (RFC 5929)', () => {
    const { der } = CERTIFICATE;
    for (const [signatureAlgorithm, hash] of [
      ['md5RSA', 'sha256'],
      ['sha1RSA', 'sha256'],
      ['sha256RSA', 'sha256'],
      ['sha384RSA', 'sha384'],
      ['sha512ECDSA', 'sha512'],
    ] as const) {
      const expected = bindingsOf(createHash(hash).update(der).digest());
      expect(channelBindingsFor({ der, signatureAlgorithm }), signatureAlgorithm).to.deep.equal(expected);
    }
  });
});

/** Another challenge for each connection. */
function counter(): AuthenticationSettings['random'] {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return Buffer.alloc(length, drawn);
  };
}
