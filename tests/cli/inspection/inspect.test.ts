import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { certificatePem } from '../../../src/x509/certificate';
import { createRequest, requestPem } from '../../../src/x509/certificate-request';
import { signCrl } from '../../../src/x509/crl';
import { distinguishedName } from '../../../src/x509/names/distinguished-name';
import { writePkcs7 } from '../../../src/x509/pkcs7';
import { writePkcs12 } from '../../../src/x509/pkcs12/write-pkcs12';
import { inTemporaryFolder, inTemporaryFolderAsync, MAIN, type Ran, rehearse } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';
import { ROOT } from '../../support/root';
import { HOST, issuing, issuingKey, NOW, root, server, serverKey } from '../../x509/authorities';
import { CONTENT, protection } from '../../x509/pkcs12-files';

const HOW_TO = readFileSync(join(ROOT, 'docs', 'how-to', 'inspect-a-file-before-the-change.md'), 'utf8');
const COMMANDS = [...HOW_TO.matchAll(/```sh\nnpx rehearse (.*)\n```/g)].map(([, command = '']) => command);
const PASSWORD = 'pässwörd';

/** Writes the files that the how-to names. */
function givenFiles(folder: string): void {
  const write = (name: string, content: Uint8Array | string) => writeFileSync(join(folder, name), content);
  const request = createRequest({
    subject: distinguishedName(`CN=${HOST}`),
    keyPair: serverKey,
    subjectAlternativeNames: [HOST],
  });
  write('response.p7b', writePkcs7([server, issuing, root]));
  write('chain.p7b', writePkcs7([issuing, root]));
  write('root.cer', root.der);
  write('exported.pfx', writePkcs12(CONTENT, protection(PASSWORD, 'TripleDES-SHA1')));
  write('empty.pfx', writePkcs12(CONTENT, protection('', 'TripleDES-SHA1')));
  write('password.txt', `${PASSWORD}\r\n`);
  write('edge-internal.req', requestPem(request));
  write('policy.inf', `[NewRequest]\r\nSubject = "CN=${HOST}"\r\nMachineKeySet = TRUE\r\nExportable = TRUE\r\n`);
  write('server.cer', certificatePem(server));
  const issuer = { certificate: issuing, keyPair: issuingKey };
  const dates = { thisUpdate: NOW, nextUpdate: NOW + 1000 };
  const revoked = [{ serialNumber: server.serialNumber, at: NOW }];
  write('issuing.crl', signCrl({ issuer, number: 1, ...dates, revoked, hash: 'sha256' }).der);
}

/** The JSON objects that a call prints, one on each line. */
function objects({ stdout }: Ran) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const AT = ['--at', '2025-01-01'];

describe('rehearse inspect', () => {
  it('does what the instructions about files say', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const outputs = COMMANDS.map((command) =>
        execFileSync('bash', ['-c', `"$0" "$1" ${command} 2>/dev/null`, process.execPath, MAIN], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, SOURCE_DATE_EPOCH: `${NOW / 1000}` },
        }),
      );
      expect(outputs).to.have.lengthOf(6);
      expect(outputs[0]).to.match(
        /^response\.p7b: no fault found in what was judged; .*; for edgepool\.contoso\.com; ends 2049-01-02, in /,
      );
      expect(outputs[0]).to.contain('not judged: names: give --pool; trust: give --root and --chain; your versions');
      expect(outputs[1]).to.contain('  path      valid\n');
      expect(outputs[2]).to.contain('with its private key').and.to.contain('the first pool of the environment');
      expect(outputs[4]).to.contain('judged    at 2027-01-15T22:00:00Z');
      expect((outputs[5] ?? '').trimEnd().split('\n')).to.have.lengthOf(2);
    });
  });

  it('prints the fields of the contract, and nothing else to standard output', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      const ran = await rehearseHere(
        ['inspect', 'server.cer', 'edge-internal.req', 'issuing.crl', '--json', ...AT],
        folder,
      );
      const [certificate, request, list] = objects(ran);
      expect(Object.keys(certificate)).to.deep.equal(FIELDS);
      expect(Object.keys(certificate.certificates[0])).to.deep.equal(CERTIFICATE_FIELDS);
      expect([certificate.kind, certificate.ok, certificate.code, certificate.request]).to.deep.equal([
        'certificate',
        true,
        null,
        null,
      ]);
      expect(request.request.subject).to.equal(`CN=${HOST}`);
      expect(list.crl.revoked).to.equal(1);
      expect([ran.status, ran.stderr.includes('server.cer: no fault found')]).to.deep.equal([0, true]);
    });
  });

  it('gives findings the one shape that they have everywhere', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      const [found] = objects(
        await rehearseHere(['inspect', 'server.cer', '--pool', 'a.b.c', '--json', ...AT], folder),
      );
      expect(Object.keys(found.findings[0])).to.deep.equal(FINDING_FIELDS);
      expect(found.findings[0].code).to.equal('subject-mismatch');
    });
  });

  it('ends with the code of the worst file, and says each', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      mkdirSync(join(folder, 'folder'));
      writeFileSync(join(folder, 'nothing.cer'), '');
      const status = async (...args: readonly string[]) =>
        (await rehearseHere(['inspect', ...args, ...AT], folder)).status;
      expect(await status('server.cer')).to.equal(0);
      expect(await status('server.cer', '--pool', 'other.contoso.com')).to.equal(1);
      expect(await status('server.cer', '--root', 'root.cer')).to.equal(1);
      expect(await status('server.cer', '--root', 'root.cer', '--chain', 'chain.p7b')).to.equal(0);
      expect(await status('server.cer', '--root', 'root.cer', '--chain', 'chain.p7b', '--crl', 'issuing.crl')).to.equal(
        1,
      );
      expect(await status('nothing.cer')).to.equal(2);
      expect(await status('nothing.cer', 'server.cer')).to.equal(2);
      const all = await rehearseHere(
        ['inspect', 'folder', 'server.cer', 'absent.cer', 'nothing.cer', '--json', ...AT],
        folder,
      );
      expect(all.status).to.equal(2);
      expect(objects(all).map(({ file, code }) => [file, code])).to.deep.equal([
        ['server.cer', null],
        ['nothing.cer', 'empty'],
      ]);
      expect(all.stderr).to.contain('error: folder is a folder; give the files in it\n');
      expect(all.stderr).to.contain('error: absent.cer: there is no such file or folder (ENOENT); check the path\n');
    });
  });

  it('distinguishes no password, an empty one and a wrong one', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      const code = async (file: string, ...password: readonly string[]) =>
        objects(await rehearseHere(['inspect', file, '--json', ...AT, ...password], folder))[0].code;
      expect(await code('empty.pfx', '--password', '')).to.equal(null);
      expect(await code('empty.pfx')).to.equal('wrong-password');
      expect(await code('exported.pfx', '--password', PASSWORD)).to.equal(null);
      expect(await code('exported.pfx', '--password-file', 'password.txt')).to.equal(null);
      expect(await code('exported.pfx', '--password', 'x')).to.equal('wrong-password');
    });
  });

  it('judges for now, or for the given time', () => {
    inTemporaryFolder((folder) => {
      givenFiles(folder);
      const at = (...args: readonly string[]) =>
        objects(rehearse(['inspect', 'server.cer', '--json', ...args], folder, { SOURCE_DATE_EPOCH: '1767225600' }))[0]
          .at;
      expect(at()).to.equal('2026-01-01T00:00:00Z');
      expect(at('--at', '2027-02-03')).to.equal('2027-02-03T00:00:00Z');
      expect(at('--at', '2027-02-03T04:05Z')).to.equal('2027-02-03T04:05:00Z');
    });
  });

  it('judges names by the pool of the environment', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const own = ['--environment', 'rehearsal.yaml', '--json', ...AT];
      const [first] = objects(await rehearseHere(['inspect', 'server.cer', ...own], folder));
      expect(first.findings).to.deep.equal([]);
      const [dublin] = objects(
        await rehearseHere(['inspect', 'server.cer', '--pool', 'dub-edge01.contoso.com', ...own], folder),
      );
      expect(dublin.findings.map((one: { code: string; server: string }) => [one.code, one.server])).to.deep.equal([
        ['subject-mismatch', 'dub-edge01.contoso.com'],
      ]);
    });
  });

  it('refuses options that it cannot use, with a remedy and without output', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      for (const [args, words] of [
        [['--at', '2025-02-30'], /^error: --at is "2025-02-30"; write a date such as 2026-12-01/],
        [['--at', 'tomorrow'], /^error: --at is "tomorrow"; /],
        [['--root', 'policy.inf'], /^error: --root policy\.inf: the file holds no certificate; /],
        [['--crl', 'root.cer'], /^error: --crl root\.cer: the file is not a revocation list; /],
        [['--chain', 'absent.cer'], /^error: absent\.cer: there is no such file or folder/],
        [['--root', ''], /^error: --root is empty; /],
        [['--password-file', 'absent.txt'], /^error: there is no password file absent\.txt; /],
        [['--environment', 'absent.yaml'], /^error: there is no environment file absent\.yaml; /],
        [['--purpose', 'codeSigning'], /Allowed choices are serverAuth, clientAuth/],
        [['--password', 'a', '--password-file', 'password.txt'], /cannot be used with option/],
      ] as const) {
        const { status, stdout, stderr } = await rehearseHere(['inspect', 'server.cer', ...args], folder);
        expect([status, stdout], args.join(' ')).to.deep.equal([2, '']);
        expect(stderr).to.match(words);
      }
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const unknown = ['--environment', 'rehearsal.yaml', '--pool', 'other.contoso.com'];
      expect((await rehearseHere(['inspect', 'server.cer', ...unknown], folder)).stderr).to.match(
        /^error: the environment has no pool other\.contoso\.com; have edgepool\.contoso\.com, /,
      );
    });
  });

  it('writes nothing that a terminal would obey, and no secrets', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      givenFiles(folder);
      writeFileSync(join(folder, 'page.cer'), '<html><title>\u001b[31mred\u0007</title></html>');
      const { stdout } = await rehearseHere(['inspect', 'page.cer', 'exported.pfx', '--password', PASSWORD], folder);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(stdout).not.to.match(/[\u0000-\u0009\u000b-\u001f]/);
      expect(stdout).not.to.contain(PASSWORD).and.not.to.contain('PRIVATE KEY');
    });
  });
});

const FIELDS = ['file', 'kind', 'ok', 'code', 'certificates', 'request', 'findings', 'at'];
const FINDING_FIELDS = ['code', 'severity', 'server', 'on', 'detail', 'cause', 'remedy', 'source'];
const CERTIFICATE_FIELDS = [
  ...['subject', 'issuer', 'serialNumber', 'thumbprint', 'notBefore', 'notAfter', 'keyAlgorithm', 'keyBits'],
  ...['signatureAlgorithm', 'subjectAlternativeNames', 'extendedKeyUsage', 'isCa', 'selfSigned', 'hasPrivateKey'],
];
