import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { contentKind } from '../../src/x509/content-kind';
import { pkcs12Profile, readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { execute, withPrograms } from '../support/programs';
import { fc } from '../support/properties';
import { inTemporaryFolder } from '../support/rehearse';
import { issuing, key, refusalOf, root, server } from './authorities';
import { CONTENT, PROFILES, protection } from './pkcs12-files';

const text = fc
  .string({ maxLength: 12, unit: 'binary' })
  .filter((t) => !/[\ud800-\udfff]/.test(t) && !t.includes('\0'));
const optional = <T>(name: string, values: fc.Arbitrary<T>) =>
  fc.option(values).map((v) => (v === null ? {} : { [name]: v }));
const keyId = fc.constantFrom('01000000', 'ab', '00ff');
const names = fc.tuple(optional('friendlyName', text), optional('localKeyId', keyId)).map(([a, b]) => ({ ...a, ...b }));
const contents = fc.record({
  certificates: fc.array(fc.tuple(fc.constantFrom(server, issuing, root), names), { maxLength: 4 }),
  keys: fc.array(fc.tuple(fc.nat(5), names, optional('provider', text)), { maxLength: 2 }),
});

test('every content is read back, by its password alone', () => {
  fc.assert(
    fc.property(
      contents,
      text,
      text,
      fc.constantFrom(...PROFILES),
      ({ certificates, keys }, password, other, profile) => {
        const content = {
          certificates: certificates.map(([certificate, named]) => ({ certificate, ...named })),
          keys: keys.map(([ordinal, named, provider]) => ({ keyPair: key(ordinal), ...named, ...provider })),
        };
        const file = writePkcs12(content, protection(password, profile));
        expect(readPkcs12(file, password)).to.deep.equal(content);
        if (other !== password) expect(refusalOf(() => readPkcs12(file, other))).to.equal('wrong-password');
        expect(refusalOf(() => readPkcs12(file, undefined))).to.equal('wrong-password');
        expect(contentKind(file)).to.equal('pkcs12');
      },
    ),
    { numRuns: 25 },
  );
});

test('the same salts give the same bytes, and the profile shows without the password', () => {
  for (const profile of PROFILES) {
    const file = writePkcs12(CONTENT, protection('馬 pass', profile));
    expect(Buffer.compare(file, writePkcs12(CONTENT, protection('馬 pass', profile)))).to.equal(0);
    expect(pkcs12Profile(file)).to.equal(profile);
  }
  expect(refusalOf(() => pkcs12Profile(server.der))).to.equal('not-a-pkcs12');
});

test('neither a certificate nor a name stands in the file unencrypted', () => {
  for (const profile of PROFILES) {
    const file = Buffer.from(writePkcs12({ ...CONTENT, keys: [] }, protection('x', profile)));
    expect(file.indexOf('contoso')).to.equal(-1);
    expect(file.indexOf(Buffer.from(server.der.slice(100, 120)))).to.equal(-1);
  }
});

test('a key that belongs to none of the certificates shows as such', () => {
  const keyPair = key(7);
  const file = writePkcs12(
    { certificates: [{ certificate: server }], keys: [{ keyPair }] },
    protection('x', 'AES256-SHA256'),
  );
  const read = readPkcs12(file, 'x');
  expect(read.keys[0]?.keyPair.publicKeyId).to.equal(keyPair.publicKeyId);
  expect(read.certificates[0]?.certificate.publicKeyId).not.to.equal(keyPair.publicKeyId);
});

test('OpenSSL, GnuTLS, NSS and Java read what is written', (t) => {
  withPrograms(t, ['openssl', 'certtool', 'pk12util', 'keytool'], () =>
    inTemporaryFolder((folder) => {
      const path = join(folder, 'file.pfx');
      for (const profile of PROFILES) {
        for (const password of ['password', 'pässwörd 馬']) {
          writeFileSync(path, writePkcs12(CONTENT, protection(password, profile)));
          const opened = execute('openssl', ['pkcs12', '-in', path, '-passin', `pass:${password}`, '-info', '-nodes']);
          expect(opened.all.match(/BEGIN (CERTIFICATE|PRIVATE KEY)/g), opened.all).to.have.lengthOf(4);
          expect(opened.all)
            .to.match(
              profile === 'AES256-SHA256'
                ? /PBES2, PBKDF2, AES-256-CBC, Iteration 2000, PRF hmacWithSHA256/
                : /pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2000/,
            )
            .and.match(/Microsoft CSP Name: Microsoft RSA SChannel Cryptographic Provider/)
            .and.match(/localKeyID: 01 00 00 00/);
          const gnu = execute('certtool', ['--p12-info', '--inder', '--infile', path, '--password', password]);
          expect(gnu.all.match(/BEGIN (CERTIFICATE|ENCRYPTED PRIVATE KEY)/g), gnu.all).to.have.lengthOf(4);
          expect(execute('pk12util', ['-l', path, '-W', password]).status).to.equal(0);
          if (password !== 'password') continue;
          const java = ['-list', '-storetype', 'PKCS12', '-keystore', path, '-storepass', password, '-v'];
          expect(execute('keytool', java).all).to.match(/Certificate chain length: 3/);
        }
      }
      expect(readFileSync(path)).not.to.have.lengthOf(0);
    }),
  );
});
