import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../src/operator/named-values';
import { certificatePem, readCertificate } from '../../src/x509/certificate';
import { contentKind } from '../../src/x509/content-kind';
import { commonName } from '../../src/x509/names/distinguished-name';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { ROOT } from '../support/root';
import { type SharedRun, sharedRun, WITH_PRIVATE_KEYS } from '../support/shared-run';
import { procedureFeatures } from '../support/source-tree';

/** certtool judges by the clock of the machine only, so what it judges must be valid for decades. */
const CONTOSO = readFileSync(join(ROOT, 'environments', 'contoso.yaml'), 'utf8');

/** Other programs accept every file that a run produces. */

interface Produced {
  readonly path: string;
  readonly kind: string;
}

function producedBy({ status, stderr, out }: SharedRun): readonly Produced[] {
  expect(status, stderr).to.equal(0);
  const files = readdirSync(join(out, 'artifacts'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path, kind: contentKind(readFileSync(path)) };
  });
}

/** The attributes that Windows gives the private key and its certificate. */
const WRITTEN_BY_WINDOWS = [
  /Microsoft Local Key set: <No Values>/,
  /localKeyID: 01 00 00 00/,
  /friendlyName: [0-9a-f]{16}-\d/,
  /Microsoft CSP Name: Microsoft (RSA SChannel Cryptographic|Software Key Storage) Provider/,
  /X509v3 Key Usage: [19]0/,
];
/** The encryption of the certificates beside a key in Triple DES: RC2, Triple DES, or none. */
const OLDER_WINDOWS =
  /Encrypted data: pbeWithSHA1And(?:40BitRC2|3-KeyTripleDES)-CBC, Iteration 2000|PKCS7 Data\nCertificate bag/;

const ACCEPTED: Readonly<Record<string, (path: string) => void>> = {
  // reports and .inf files, which no program but an editor reads
  text: (path) => {
    expect(readFileSync(path, 'utf8'), path)
      .to.match(/\S/)
      .and.not.match(/\uFFFD/);
  },
  request: (path) => {
    expect(execute('openssl', ['req', '-in', path, '-noout', '-verify']).all, path).to.match(
      /self-signature verify OK/,
    );
    expect(execute('certtool', ['--crq-info', '--infile', path]).all, path).to.match(/Self signature: verified/);
  },
  pkcs7: (path) => {
    const form = readFileSync(path)[0] === 0x30 ? 'DER' : 'PEM';
    const read = execute('openssl', ['pkcs7', '-inform', form, '-in', path, '-print_certs']);
    expect(read.all.match(/BEGIN CERTIFICATE/g)?.length ?? 0, path).to.be.at.least(1);
    const inder = form === 'DER' ? ['--inder'] : [];
    expect(execute('certtool', ['--p7-info', ...inder, '--infile', path]).all, path).to.match(
      /Number of certificates: [1-9]/,
    );
  },
  pkcs12: (path) => {
    const opened = execute('openssl', [
      'pkcs12',
      '-legacy',
      '-in',
      path,
      '-passin',
      `pass:${PASSWORD}`,
      '-info',
      '-nodes',
    ]);
    expect(opened.status, opened.all).to.equal(0);
    for (const written of WRITTEN_BY_WINDOWS) expect(opened.all, path).to.match(written);
    if (/pbeWithSHA1And3-KeyTripleDES/.test(opened.all)) expect(opened.all, path).to.match(OLDER_WINDOWS);
    expect(opened.all, path)
      .to.match(/BEGIN PRIVATE KEY/)
      .and.match(/BEGIN CERTIFICATE/);
    expect(
      execute('certtool', ['--p12-info', '--inder', '--infile', path, '--password', PASSWORD]).status,
      path,
    ).to.equal(0);
    const [certificate, key] = [
      ['x509', '-pubkey', '-noout'],
      ['pkey', '-pubout'],
    ].map((args, index) => {
      const part = index === 0 ? ['-nokeys', '-clcerts'] : ['-nocerts', '-nodes'];
      const pem = execute('openssl', ['pkcs12', '-legacy', '-in', path, '-passin', `pass:${PASSWORD}`, ...part]).stdout;
      return execute('openssl', args, pem).stdout;
    });
    expect(certificate, 'the key belongs to the certificate')
      .to.equal(key)
      .and.match(/BEGIN PUBLIC KEY/);
  },
  certificate: (path) => {
    const form = readFileSync(path)[0] === 0x30 ? 'DER' : 'PEM';
    expect(execute('openssl', ['x509', '-inform', form, '-in', path, '-noout', '-subject']).status, path).to.equal(0);
    expect(execute('certtool', ['-i', ...(form === 'DER' ? ['--inder'] : []), '--infile', path]).status, path).to.equal(
      0,
    );
  },
};

test('OpenSSL and GnuTLS accept every file of a run', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () => {
    const produced = producedBy(sharedRun(WITH_PRIVATE_KEYS));
    expect(new Set(produced.map(({ kind }) => kind))).to.include.keys('request', 'pkcs7', 'pkcs12', 'certificate');
    inTemporaryFolder((folder) => {
      for (const { path, kind } of produced) {
        const accept = ACCEPTED[kind];
        if (!accept) throw new Error(`${path} holds ${kind}, of which no other program is asked`);
        if (kind !== 'pkcs12') accept(path);
        else if (!isForGroup(path)) accept(inDer(path, folder));
      }
    });
  });
});

/** The file itself, or a copy in DER of a .pfx file in text form, which Windows and OpenSSL reject. */
function inDer(path: string, folder: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0x30) return path;
  const copy = join(folder, 'copy.pfx');
  writeFileSync(copy, Buffer.from(bytes.toString('latin1').replace(/-----[^-]+-----/g, ''), 'base64'));
  return copy;
}

/** szOID_PKCS_12_PROTECTED_PASSWORD_SECRET_BAG_TYPE_ID: a domain controller opens the file, no other program does. */
const FOR_GROUP = Buffer.from('06092b0601040182371104', 'hex');

function isForGroup(path: string): boolean {
  return readFileSync(path).includes(FOR_GROUP);
}

test('OpenSSL and GnuTLS verify the path from the issued certificate to the root, for the name of the pool', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () => {
    inTemporaryFolder((folder) => {
      const environment = join(folder, 'today.yaml');
      writeFileSync(
        environment,
        CONTOSO.replace(/^clock: .*$/m, 'clock: 2025-01-01T00:00:00Z').replace(
          /validityYears: \d+$/gm,
          'validityYears: 30',
        ),
      );
      const out = join(folder, 'out');
      const options = [...procedureFeatures(), '--environment', environment, '--keep-private-keys', '--out', out];
      const files = producedBy({ ...rehearse(['run', ...options]), out });
      const [chain] = files.filter(({ path }) => path.endsWith('chain.p7b')).map(({ path }) => readFileSync(path));
      const responses = files.filter(
        ({ path, kind }) => kind === 'certificate' && /edge-internal(-\d+)?\.cer$/.test(path),
      );
      expect(responses.length, 'certificates to verify').to.be.at.least(1);
      const [issuing, root] = readPkcs7(chain ?? Buffer.alloc(0));
      if (!issuing || !root) throw new Error('the chain has two certificates');
      writeFileSync(join(folder, 'issuing.pem'), certificatePem(issuing));
      writeFileSync(join(folder, 'root.pem'), certificatePem(root));
      for (const { path } of responses) expectVerified(folder, path);
    });
  });
});

function expectVerified(folder: string, path: string): void {
  const certificate = readCertificate(readFileSync(path));
  const name = commonName(certificate.subject) ?? '';
  const leaf = join(folder, 'leaf.pem');
  writeFileSync(leaf, certificatePem(certificate));
  const strict = ['-no-CAfile', '-no-CApath', '-x509_strict', '-purpose', 'sslserver'];
  const anchors = ['-trusted', join(folder, 'root.pem'), '-untrusted', join(folder, 'issuing.pem')];
  const verified = execute('openssl', ['verify', ...strict, ...anchors, '-verify_hostname', name, leaf]);
  expect(verified.all).to.equal(`${leaf}: OK\n`);
  const other = execute('openssl', ['verify', ...strict, ...anchors, '-verify_hostname', 'other.example', leaf]);
  expect(other.status).not.to.equal(0);
  const bundle = join(folder, 'bundle.pem');
  writeFileSync(bundle, [leaf, join(folder, 'issuing.pem')].map((file) => readFileSync(file, 'utf8')).join(''));
  const gnutls = ['--verify', '--load-ca-certificate', join(folder, 'root.pem'), '--infile', bundle];
  expect(execute('certtool', gnutls).all, path).to.match(/Chain verification output: Verified\./);
}
