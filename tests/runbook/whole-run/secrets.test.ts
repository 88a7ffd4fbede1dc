import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../../src/operator/named-values';
import { rehearse } from '../../support/rehearse';
import { sharedRun, WITH_PRIVATE_KEYS } from '../../support/shared-run';
import { secretsIn } from './secrets';

const PASSWORDS = [PASSWORD, `${PASSWORD}x`];

describe('What a run publishes', () => {
  let folder: string;
  let out: string;
  let kept: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rehearse-secrets-'));
    kept = join(folder, 'kept');
    out = sharedRun().out;
    kept = sharedRun(WITH_PRIVATE_KEYS).out;
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is messages, report, pages and files, and none holds a private key, a password or a PKCS #12 file', () => {
    const files = filesBelow(out);
    const kinds = new Set(files.map((file) => file.replace(/^.*\./, '')));
    expect([...kinds]).to.include.members(['ndjson', 'xml', 'html', 'req', 'p7b']);
    const secrets = files.map((file) => [file, secretsIn(readFileSync(join(out, file)), PASSWORDS)]);
    expect(secrets.filter(([, found]) => (found ?? []).length > 0)).to.deep.equal([]);
  });

  it('holds the files with private keys where it was asked for them, and nowhere else', () => {
    const found = filesBelow(kept).filter((file) => secretsIn(readFileSync(join(kept, file)), PASSWORDS).length > 0);
    expect(found.length).to.be.above(0);
    expect(new Set(found.map((file) => statSync(join(kept, file)).mode & 0o777))).to.deep.equal(new Set([0o600]));
    expect(found.filter((file) => !/^artifacts\/[^/]+\/[^/]+\.pfx$/.test(file))).to.deep.equal([]);
    const [pfx = ''] = found;
    const bytes = readFileSync(join(kept, pfx));
    for (const [packing, packed] of packings()) expect(secretsIn(packed(bytes), PASSWORDS), packing).not.to.be.empty;
  });

  it('would be seen to hold one that is planted in its messages, on its page too', () => {
    const messages = readFileSync(join(out, 'messages.ndjson'), 'utf8').trimEnd().split('\n');
    const index = messages.findIndex((line) => line.startsWith('{"attachment"'));
    const { attachment } = JSON.parse(messages[index] ?? '') as { attachment: object };
    const body = readFileSync(join(kept, filesBelow(kept).find((file) => file.endsWith('.pfx')) ?? '')).toString(
      'base64',
    );
    const planted = { ...attachment, body, contentEncoding: 'BASE64', mediaType: 'application/octet-stream' };
    messages.splice(index + 1, 0, JSON.stringify({ attachment: planted }));
    writeFileSync(join(folder, 'planted.ndjson'), messages.join('\n'));
    expect(rehearse(['render', 'planted.ndjson', '--out', 'planted'], folder).status).to.equal(0);
    const pages = filesBelow(join(folder, 'planted')).map((file) => readFileSync(join(folder, 'planted', file)));
    expect(pages.flatMap((page) => secretsIn(page, PASSWORDS))).to.include('a PKCS #12 file');
    expect(secretsIn(readFileSync(join(folder, 'planted.ndjson')), PASSWORDS)).to.include('a PKCS #12 file');
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encrypted = { cipher: 'aes-256-cbc', passphrase: 'x' };
  const keys: Readonly<Record<string, Buffer>> = {
    'PKCS #8': rsa.privateKey.export({ type: 'pkcs8', format: 'der' }),
    'PKCS #1': rsa.privateKey.export({ type: 'pkcs1', format: 'der' }),
    'PKCS #8 with a curve': ec.privateKey.export({ type: 'pkcs8', format: 'der' }),
    'SEC 1': ec.privateKey.export({ type: 'sec1', format: 'der' }),
    'encrypted PKCS #8': rsa.privateKey.export({ type: 'pkcs8', format: 'der', ...encrypted }),
    PEM: Buffer.from(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    'a password': Buffer.from(`the password is ${PASSWORD}`),
    'a password in UTF-16': Buffer.from(`the password is ${PASSWORD}`, 'utf16le'),
  };
  for (const [kind, key] of Object.entries(keys)) {
    for (const [packing, packed] of packings()) {
      it(`would be found out: ${kind}, ${packing}`, () => {
        expect(secretsIn(packed(key), PASSWORDS)).not.to.deep.equal([]);
      });
    }
  }

  it('may hold public keys, in whatever packing', () => {
    for (const key of [rsa.publicKey, ec.publicKey])
      for (const [packing, packed] of packings())
        expect(secretsIn(packed(key.export({ type: 'spki', format: 'der' })), PASSWORDS), packing).to.deep.equal([]);
  });
});

type Packing = readonly [name: string, packed: (bytes: Buffer) => Buffer];

/** How a secret could travel in messages and pages. */
function packings(): readonly Packing[] {
  const attached = (body: string, contentEncoding: string) =>
    JSON.stringify({ attachment: { body, contentEncoding, mediaType: 'application/octet-stream' } });
  const record = (bytes: Buffer) => JSON.stringify({ kind: 'file', base64: bytes.toString('base64') });
  return [
    ['as it is', (bytes) => bytes],
    ['as an attachment', (bytes) => Buffer.from(attached(bytes.toString('base64'), 'BASE64'))],
    ['in a record', (bytes) => Buffer.from(attached(record(bytes), 'IDENTITY'))],
    [
      'in a record in base64',
      (bytes) => Buffer.from(attached(Buffer.from(record(bytes)).toString('base64'), 'BASE64')),
    ],
    [
      'in lines, on a page',
      (bytes) => Buffer.from(`<pre>${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}</pre>`),
    ],
    ['in hexadecimal digits', (bytes) => Buffer.from(bytes.toString('hex'))],
    [
      'in digits with places for line breaks',
      (bytes) => Buffer.from(bytes.toString('hex').replace(/.{4}/g, '$&<wbr>')),
    ],
  ];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile());
}
