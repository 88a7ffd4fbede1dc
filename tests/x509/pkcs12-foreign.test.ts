import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from 'chai';
import { pkcs12Profile, readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { issuing, refusalOf, root, server, serverKey } from './authorities';
import { writeParts } from './pkcs12-files';

const PASSWORD = 'pass 1';

/** `null` means no password. */
function facts(bytes: Uint8Array, password: string | null = PASSWORD) {
  const { certificates, keys } = readPkcs12(bytes, password ?? undefined);
  return {
    certificates: certificates.map(({ certificate }) => certificate.thumbprint).sort(),
    keys: keys.map(({ keyPair }) => keyPair.publicKeyId),
  };
}

const WHOLE = {
  certificates: [server, issuing, root].map(({ thumbprint }) => thumbprint).sort(),
  keys: [serverKey.publicKeyId],
};

const OPENSSL: Readonly<Record<string, readonly string[]>> = {
  'other AES256-SHA256': [],
  'legacy TripleDES-SHA1': ['-legacy'],
  'windows TripleDES-SHA1': ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  'rc2-128 other': ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-40', '-macalg', 'sha1'],
  '2des other': ['-legacy', '-certpbe', 'PBE-SHA1-2DES', '-macalg', 'sha1'],
  'certificates-open TripleDES-SHA1': ['-certpbe', 'NONE', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  'key-open AES256-SHA256': ['-keypbe', 'NONE', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512'],
  'aes192 AES256-SHA256': ['-keypbe', 'AES-192-CBC', '-certpbe', 'DES-EDE3-CBC', '-macalg', 'sha384'],
  'no-iterations AES256-SHA256': ['-noiter', '-nomaciter', '-macalg', 'sha224'],
  'md5 other': ['-legacy', '-macalg', 'md5'],
};

test('files of OpenSSL are read, the legacy ones too', (t) => {
  withPrograms(t, ['openssl'], () =>
    inTemporaryFolder((folder) => {
      const at = writeParts(folder);
      const parts = ['-inkey', at('key.pem'), '-in', at('server.pem'), '-certfile', at('path.pem')];
      const make = (password: string, options: readonly string[]) => {
        const args = [
          'pkcs12',
          '-export',
          ...parts,
          '-name',
          '內部',
          '-out',
          at('file'),
          '-passout',
          `pass:${password}`,
        ];
        expect(execute('openssl', [...args, ...options]).status, options.join(' ')).to.equal(0);
        return readFileSync(at('file'));
      };
      for (const [name, options] of Object.entries(OPENSSL)) {
        const file = make(PASSWORD, options);
        expect(facts(file), name).to.deep.equal(WHOLE);
        expect(
          refusalOf(() => readPkcs12(file, 'other')),
          name,
        ).to.equal('wrong-password');
        expect(pkcs12Profile(file), name).to.equal(name.split(' ')[1]);
        const named = readPkcs12(file, PASSWORD).keys[0];
        expect(named?.friendlyName, name).to.equal('內部');
        expect(named?.localKeyId, name).to.have.lengthOf(40);
      }
      for (const password of ['', 'pässwörd', '馬', '𝄞'])
        expect(facts(make(password, []), password)).to.deep.equal(WHOLE);
      for (const password of ['', 'pässwörd', '馬'])
        expect(facts(make(password, ['-legacy']), password)).to.deep.equal(WHOLE);
      expect(refusalOf(() => readPkcs12(make('', []), undefined))).to.equal('wrong-password');
      expect(refusalOf(() => readPkcs12(make(PASSWORD, ['-nomac']), PASSWORD))).to.equal('unsupported');
      const two = ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC'];
      expect(facts(make(PASSWORD, [...two, '-nokeys'])).keys).to.deep.equal([]);
    }),
  );
});

test('files of GnuTLS are read', (t) => {
  withPrograms(t, ['certtool'], () =>
    inTemporaryFolder((folder) => {
      const at = writeParts(folder);
      const parts = ['--load-privkey', at('key.pem'), '--load-certificate', at('all.pem'), '--p12-name', 'edge'];
      const make = (...options: string[]) => {
        const made = execute('certtool', ['--to-p12', ...parts, '--outder', '--outfile', at('file'), ...options]);
        expect(made.status, made.all).to.equal(0);
        return readFileSync(at('file'));
      };
      const password = ['--password', PASSWORD];
      for (const cipher of ['3des-pkcs12', 'aes-128', 'aes-192', 'aes-256', '3des', 'rc2-40']) {
        expect(facts(make(...password, '--pkcs-cipher', cipher)), cipher).to.deep.equal(WHOLE);
      }
      const absent = make('--null-password');
      expect(facts(absent, null)).to.deep.equal(WHOLE);
      expect(refusalOf(() => readPkcs12(absent, ''))).to.equal('wrong-password');
      const empty = make('--empty-password');
      expect(facts(empty, '')).to.deep.equal(WHOLE);
      expect(refusalOf(() => readPkcs12(empty, undefined))).to.equal('wrong-password');
      const pem = execute('certtool', ['--to-p12', ...parts, ...password]).stdout;
      expect(facts(Buffer.from(pem))).to.deep.equal(WHOLE);
    }),
  );
});

test('files of NSS are read', (t) => {
  withPrograms(t, ['openssl', 'pk12util', 'certutil'], () =>
    inTemporaryFolder((folder) => {
      const at = writeParts(folder);
      const parts = ['-inkey', at('key.pem'), '-in', at('server.pem'), '-certfile', at('path.pem'), '-name', 'edge'];
      execute('openssl', ['pkcs12', '-export', ...parts, '-out', at('in'), '-passout', 'pass:x']);
      execute('certutil', ['-N', '-d', folder, '--empty-password']);
      expect(execute('pk12util', ['-i', at('in'), '-d', folder, '-W', 'x']).all).to.match(/IMPORT SUCCESSFUL/);
      const make = (password: string, ...options: string[]) => {
        const made = execute('pk12util', ['-o', at('out'), '-n', 'edge', '-d', folder, '-W', password, ...options]);
        expect(made.status, made.all).to.equal(0);
        return readFileSync(at('out'));
      };
      for (const options of [
        [],
        ['-c', 'AES-128-CBC', '-C', 'AES-128-CBC'],
        ['-c', 'PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC'],
        ['-M', 'SHA-512'],
        ['-C', 'none'],
      ]) {
        expect(facts(make(PASSWORD, ...options)), options.join(' ')).to.deep.equal(WHOLE);
      }
      expect(facts(make('馬 pässwörd'), '馬 pässwörd')).to.deep.equal(WHOLE);
    }),
  );
});

test('files of Java are read', (t) => {
  withPrograms(t, ['openssl', 'keytool'], () =>
    inTemporaryFolder((folder) => {
      const at = writeParts(folder);
      const parts = ['-inkey', at('key.pem'), '-in', at('server.pem'), '-certfile', at('path.pem'), '-name', 'edge'];
      execute('openssl', ['pkcs12', '-export', ...parts, '-out', at('in'), '-passout', `pass:${PASSWORD}`]);
      for (const legacy of [false, true]) {
        const from = ['-importkeystore', '-srckeystore', at('in'), '-srcstorepass', PASSWORD, '-noprompt'];
        const to = ['-destkeystore', at(`out${legacy}`), '-deststoretype', 'PKCS12', '-deststorepass', PASSWORD];
        const made = execute('keytool', [...(legacy ? ['-J-Dkeystore.pkcs12.legacy'] : []), ...from, ...to]);
        expect(made.status, made.all).to.equal(0);
        expect(facts(readFileSync(at(`out${legacy}`)))).to.deep.equal(WHOLE);
      }
    }),
  );
});

test('a key on an elliptic curve is read', (t) => {
  withPrograms(t, ['openssl'], () =>
    inTemporaryFolder((folder) => {
      const at = writeParts(folder);
      const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes', '-keyout', at('ec.key')];
      execute('openssl', ['req', '-x509', ...curve, '-subj', '/CN=curve', '-out', at('ec.pem')]);
      execute('openssl', [
        'pkcs12',
        '-export',
        '-inkey',
        at('ec.key'),
        '-in',
        at('ec.pem'),
        '-out',
        at('ec'),
        '-passout',
        'pass:x',
      ]);
      const { certificates, keys } = readPkcs12(readFileSync(at('ec')), 'x');
      expect(keys[0]?.keyPair.bits).to.equal(384);
      expect(keys[0]?.keyPair.publicKeyId).to.equal(certificates[0]?.certificate.publicKeyId);
      writeFileSync(at('pem'), keys[0]?.keyPair.privateKeyPem ?? '');
      expect(execute('openssl', ['pkey', '-in', at('pem'), '-noout', '-text']).all).to.match(/384 bit/);
    }),
  );
});
