import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { certificatePem } from '../../src/x509/certificate';
import { pkcs7Pem, readPkcs7, writePkcs7 } from '../../src/x509/pkcs7';
import { execute, withPrograms } from '../support/programs';
import { fc } from '../support/properties';
import { inTemporaryFolder } from '../support/rehearse';
import { issuing, refusalOf, root, server } from './authorities';

test('the certificates are read back in their order', () => {
  const some = fc.array(fc.constantFrom(root, issuing, server), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(some, fc.constantFrom('PKCS7' as const, 'CERTIFICATE' as const, undefined), (certificates, label) => {
      const der = writePkcs7(certificates);
      expect(readPkcs7(label ? Buffer.from(pkcs7Pem(der, label)) : der)).to.deep.equal(certificates);
    }),
  );
});

test('a file without certificates is refused', () => {
  expect(refusalOf(() => readPkcs7(writePkcs7([])))).to.equal('empty-pkcs7');
  expect(refusalOf(() => readPkcs7(server.der))).to.equal('not-a-pkcs7');
  expect(refusalOf(() => readPkcs7(new Uint8Array(0)))).to.equal('not-a-pkcs7');
});

test('OpenSSL, GnuTLS and Java list the certificates', (t) => {
  withPrograms(t, ['openssl', 'certtool', 'keytool'], () => {
    for (const label of ['PKCS7', 'CERTIFICATE'] as const) {
      const pem = pkcs7Pem(writePkcs7([server, issuing, root]), label);
      const listed = execute('openssl', ['pkcs7', '-print_certs', '-noout'], pem).all;
      expect(listed.match(/^subject=.*/gm)?.map((line) => line.replace(/.*CN = /, ''))).to.deep.equal([
        'edgepool.contoso.com',
        'Contoso Issuing CA',
        'Contoso Root CA',
      ]);
      expect(execute('keytool', ['-printcert'], pem).all.match(/^Owner: /gm)).to.have.lengthOf(3);
    }
    expect(execute('certtool', ['--p7-info'], pkcs7Pem(writePkcs7([server, root]))).all).to.match(
      /Number of certificates: 2/,
    );
  });
});

test('files of OpenSSL and GnuTLS are read: PKCS #7, CMS, elliptic curves, BER', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () =>
    inTemporaryFolder((folder) => {
      const at = (name: string) => join(folder, name);
      writeFileSync(at('all.pem'), [server, issuing, root].map(certificatePem).join(''));
      const args = ['crl2pkcs7', '-nocrl', '-certfile', at('all.pem')];
      expect(readPkcs7(Buffer.from(execute('openssl', args).stdout))).to.deep.equal([server, issuing, root]);
      const gnu = execute('certtool', ['--p7-generate', '--load-certificate', at('all.pem')]).stdout;
      expect(readPkcs7(Buffer.from(gnu))).to.have.deep.members([server, issuing, root]);
      const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', at('key')];
      execute('openssl', ['req', '-x509', ...curve, '-subj', '/CN=curve', '-out', at('ec.pem')]);
      const signed = [
        '-binary',
        '-in',
        at('all.pem'),
        '-signer',
        at('ec.pem'),
        '-inkey',
        at('key'),
        '-certfile',
        at('all.pem'),
      ];
      for (const extra of [
        ['cms', '-sign', '-nodetach', '-keyid'],
        ['cms', '-sign', '-stream', '-nodetach', '-indef'],
        ['smime', '-sign', '-nodetach'],
      ]) {
        const [verb = '', ...options] = extra;
        const { stdout } = execute('openssl', [verb, ...options, ...signed, '-outform', 'PEM']);
        const found = readPkcs7(Buffer.from(stdout));
        expect(
          found.map(({ keyAlgorithm }) => keyAlgorithm),
          extra.join(' '),
        ).to.have.members(['EC', 'RSA', 'RSA', 'RSA']);
      }
    }),
  );
});
