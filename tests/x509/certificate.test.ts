import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { certificateIn, certificatePem, readCertificate, signedBy } from '../../src/x509/certificate';
import { armor } from '../../src/x509/der/armor';
import { distinguishedName, formatName } from '../../src/x509/names/distinguished-name';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import { readSigned } from '../../src/x509/signed-structure';
import { execute, withPrograms } from '../support/programs';
import { fc } from '../support/properties';
import { inTemporaryFolder } from '../support/rehearse';
import {
  authority,
  content,
  issuing,
  issuingKey,
  key,
  NOW,
  refusalOf,
  root,
  rootKey,
  server,
  serverKey,
} from './authorities';

const someOf = <T>(...values: T[]) => fc.subarray(values);
const contents: fc.Arbitrary<Partial<CertificateContent>> = fc.record(
  {
    subject: fc
      .constantFrom('', 'CN=a', 'CN=測試, O="a, b", C=TW', 'CN=Issuing, DC=contoso, DC=com')
      .map(distinguishedName),
    serialNumber: fc.bigInt({ min: 0n, max: 2n ** 159n - 1n }).map((n) => n.toString(16)),
    notBefore: fc.integer({ min: -3e12, max: 5e12 }),
    notAfter: fc.integer({ min: -3e12, max: 2e14 }),
    hash: fc.constantFrom('sha1', 'sha256', 'sha384', 'sha512'),
    isCa: fc.boolean(),
    pathLength: fc.nat(300),
    keyUsage: someOf('cRLSign', 'digitalSignature', 'keyCertSign', 'keyEncipherment') as fc.Arbitrary<never[]>,
    extendedKeyUsage: someOf('serverAuth', 'clientAuth', 'OCSPSigning', '1.3.6.1.4.1.311.10.3.4', '1.3.6.1.5.5.7.3.1'),
    subjectAlternativeNames: someOf(
      'a.contoso.com',
      '測試.contoso.com',
      'ip:10.0.0.1',
      'ip:fe80::1',
      'email:a@b.c',
      'uri:http://馬/ x',
      'upn:a@馬',
    ),
    crlDistributionPoints: someOf('http://a/b.crl', 'ldap:///CN=a%20b,DC=c?x', 'http://a/馬 b.crl'),
    authorityInformationAccess: someOf('http://a/b.crt', 'ocsp:http://a/ocsp'),
    templateName: fc.constantFrom('WebServer', '網頁伺服器', '1.3.6.1.4.1.311.21.8.1.2.3'),
    probabilistic: fc.boolean(),
  },
  { requiredKeys: [] },
);

test('the value that signing gives is the value that its bytes are read as', () => {
  fc.assert(
    fc.property(contents, fc.boolean(), (changes, own) => {
      const holder = own ? rootKey : serverKey;
      const issuer = own ? { keyPair: rootKey } : { certificate: root, keyPair: rootKey };
      const made = signCertificate(content({ ...changes, publicKey: holder }), issuer);
      expect(certificateIn(readSigned(made.der), made.thumbprint)).to.deep.equal(made);
      expect(readCertificate(made.der)).to.equal(made);
      expect(made.selfSigned).to.equal(own);
      expect(signedBy(made, root)).to.equal(true);
      expect(signedBy(made, issuing)).to.equal(false);
    }),
  );
});

test('node:crypto reads the same from it', () => {
  const other = new X509Certificate(server.der);
  expect(other.fingerprint.replaceAll(':', '')).to.equal(server.thumbprint);
  expect(other.serialNumber.toLowerCase()).to.equal(server.serialNumber);
  expect(other.verify(new X509Certificate(issuing.der).publicKey)).to.equal(true);
  expect(other.checkIssued(new X509Certificate(issuing.der))).to.equal(true);
  expect(Date.parse(other.validTo)).to.equal(server.notAfter);
  expect(other.subject.split('\n').reverse().join(', ')).to.equal(
    formatName(server.subject)
      .replace('S=', 'ST=')
      .replace('"Contoso, Ltd"', 'Contoso, Ltd')
      .replace('Contoso, Ltd', 'Contoso\\, Ltd'),
  );
});

test('OpenSSL and GnuTLS read the same from it', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () => {
    const text = execute('openssl', ['x509', '-noout', '-text', '-nameopt', 'RFC2253'], certificatePem(server)).all;
    for (const line of [
      /Signature Algorithm: sha256WithRSAEncryption/,
      /CRL Distribution Points: \n\s+Full Name:\n\s+URI:http:\/\/pki\.contoso\.com\/CertEnroll\/Contoso%20CA\.crl/,
      /CA Issuers - URI:http:\/\/pki/,
      /Key Usage: critical\n\s+Digital Signature, Key Encipherment/,
      /Extended Key Usage: \n\s+TLS Web Server Authentication/,
      /DNS:edgepool\.contoso\.com/,
      /1\.3\.6\.1\.4\.1\.311\.20\.2: \n\s+\.\.\.W\.e\.b\.S\.e\.r\.v\.e\.r/,
    ]) {
      expect(text).to.match(line);
    }
    expect(text.replace(/[\s:]/g, '').toLowerCase()).to.contain(`subjectkeyidentifier${server.publicKeyId}`);
    const gnu = execute('certtool', ['--certificate-info'], certificatePem(server)).all;
    expect(gnu).to.match(/Subject: CN=edgepool\.contoso\.com,OU=IT,O=Contoso\\, Ltd,L=Redmond,ST=WA,C=US/);
    expect(gnu.replaceAll(' ', '')).to.contain(`sha1:${server.thumbprint.toLowerCase()}`);
  });
});

test('OpenSSL verifies the path strictly, for every hash and also for RSASSA-PSS', (t) => {
  withPrograms(t, ['openssl'], () =>
    inTemporaryFolder((folder) => {
      const file = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const [trusted, untrusted] = [file('root', certificatePem(root)), file('issuing', certificatePem(issuing))];
      for (const changes of [
        {},
        { hash: 'sha384' },
        { hash: 'sha512' },
        { probabilistic: true },
        { subject: [] },
      ] as const) {
        const leaf = signCertificate(content({ publicKey: serverKey, ...changes }), {
          certificate: issuing,
          keyPair: issuingKey,
        });
        const options = ['-no-CAfile', '-no-CApath', '-trusted', trusted, '-untrusted', untrusted, '-x509_strict'];
        const answer = execute('openssl', [
          'verify',
          ...options,
          '-purpose',
          'sslserver',
          file('leaf', certificatePem(leaf)),
        ]);
        expect(answer.all, JSON.stringify(changes)).to.match(/: OK$/m);
      }
    }),
  );
});

test('certificates of OpenSSL with other keys are read', (t) => {
  withPrograms(t, ['openssl'], () => {
    const made = (...args: string[]) => {
      const { stdout } = execute('openssl', [
        'req',
        '-x509',
        '-nodes',
        '-keyout',
        '/dev/null',
        '-subj',
        '/C=TW/O=測試/CN=x',
        '-utf8',
        '-days',
        '9',
        ...args,
      ]);
      return readCertificate(Buffer.from(stdout));
    };
    const of = (...args: string[]) => {
      const { keyAlgorithm, keyBits, signatureAlgorithm, selfSigned } = made(...args);
      return [keyAlgorithm, keyBits, signatureAlgorithm, selfSigned];
    };
    const curve = (name: string) => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${name}`];
    expect(of(...curve('P-256'))).to.deep.equal(['EC', 256, 'sha256ECDSA', true]);
    expect(of(...curve('P-384'), '-sha384')).to.deep.equal(['EC', 384, 'sha384ECDSA', true]);
    expect(of(...curve('P-521'), '-sha512')).to.deep.equal(['EC', 521, 'sha512ECDSA', true]);
    expect(of('-newkey', 'ed25519')).to.deep.equal(['Ed25519', 256, 'Ed25519', true]);
    expect(of('-newkey', 'rsa:1024', '-sha1')).to.deep.equal(['RSA', 1024, 'sha1RSA', true]);
    expect(of('-newkey', 'rsa:1023', '-md5')).to.deep.equal(['RSA', 1023, 'md5RSA', true]);
    const pss = ['-newkey', 'rsa:2048', '-sigopt', 'rsa_padding_mode:pss', '-sigopt'];
    expect(of(...pss, 'rsa_pss_saltlen:32')).to.deep.equal(['RSA', 2048, 'RSASSA-PSS', true]);
    expect(of(...pss, 'rsa_pss_saltlen:20', '-sha1')).to.deep.equal(['RSA', 2048, 'RSASSA-PSS', true]);
    expect(formatName(made('-newkey', 'rsa:1024').subject)).to.equal('CN=x, O=測試, C=TW');
    const named = made(
      '-newkey',
      'rsa:1024',
      '-addext',
      'subjectAltName=DNS:a.b,IP:2001:db8::1,IP:1.2.3.4,email:a@b.c,URI:http://x/,dirName:d,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:u@x,RID:1.2.3',
      '-config',
      'tests/x509/directory-name.cnf',
    );
    expect(named.subjectAlternativeNames).to.deep.equal([
      'a.b',
      'ip:2001:db8::1',
      'ip:1.2.3.4',
      'email:a@b.c',
      'uri:http://x/',
      'directory:CN=d',
      'upn:u@x',
      'other:8',
    ]);
  });
});

test('a certificate is read whatever is around it', () => {
  const pem = certificatePem(server);
  expect(
    pem
      .split('\n')
      .slice(1, -3)
      .every((line) => line.length === 64),
  ).to.equal(true);
  const base64 = Buffer.from(server.der).toString('base64');
  const forms = [
    pem,
    pem.replaceAll('\n', '\r\n'),
    pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'),
    armor('PKCS7', server.der),
    `Bag Attributes\n  friendlyName: x\nsubject=CN = x\n${pem}trailing text`,
    `${serverKey.privateKeyPem}${pem}`,
    base64,
    ` ${base64}\n`,
    `\ufeff${pem}`,
    `\ufeff${base64}`,
    base64.replace(/.{76}/g, '$&\r\n'),
  ];
  for (const form of forms) expect(readCertificate(Buffer.from(form)), form).to.deep.equal(server);
  expect(readCertificate(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(pem, 'utf16le')]))).to.deep.equal(
    server,
  );
  expect(readCertificate(server.der)).to.deep.equal(server);
});

test('a certificate whose bytes were changed is signed by nobody', () => {
  const text = Buffer.from(server.der).toString('latin1');
  const other = Buffer.from(text.replace('Redmond', 'Redmund'), 'latin1');
  const changed = readCertificate(other);
  expect(changed.thumbprint).not.to.equal(server.thumbprint);
  expect(signedBy(changed, issuing)).to.equal(false);
  expect(signedBy(server, issuing)).to.equal(true);
  expect(readCertificate(forgedRoot()).selfSigned).to.equal(false);
});

function forgedRoot(): Uint8Array {
  const der = new Uint8Array(root.der);
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  return der;
}

test('the algorithm beside the signature has to be the one that was signed', () => {
  const sha1 = signCertificate(content({ publicKey: serverKey, hash: 'sha1' }), {
    certificate: issuing,
    keyPair: issuingKey,
  });
  const der = Buffer.from(sha1.der);
  const algorithm = Buffer.from(readSigned(sha1.der).algorithm.der);
  const first = der.indexOf(algorithm);
  const second = der.indexOf(algorithm, first + 1);
  expect(first).to.be.greaterThan(0).and.below(second);
  // SHA-256 in the outer algorithm: OpenSSL does not even check the signature
  der[second + algorithm.length - 3] = 0x0b;
  expect(readCertificate(der).signatureAlgorithm).to.equal('sha256RSA');
  expect(signedBy(readCertificate(der), issuing)).to.equal(false);
});

test('the same content gives the same bytes, RSASSA-PSS too', () => {
  const made = () => {
    const asked = content({ publicKey: serverKey, probabilistic: true, serialNumber: '99' });
    return Buffer.from(signCertificate(asked, { certificate: issuing, keyPair: issuingKey }).der).toString('hex');
  };
  expect(made()).to.equal(made());
});

test('two certificates of one key have one publicKeyId, and the values are frozen', () => {
  const again = signCertificate(content({ publicKey: serverKey, serialNumber: '7b' }), {
    certificate: issuing,
    keyPair: issuingKey,
  });
  expect(again.publicKeyId).to.equal(server.publicKeyId).and.to.equal(serverKey.publicKeyId);
  expect(again.thumbprint).not.to.equal(server.thumbprint);
  for (const value of [again, again.subject, again.keyUsage, readCertificate(forgedRoot())]) {
    expect(Object.isFrozen(value)).to.equal(true);
  }
});

test('a name that no certificate can hold is refused', () => {
  const wanted = (name: string) => () =>
    signCertificate(content({ publicKey: key(3), subjectAlternativeNames: [name] }), { keyPair: key(3) });
  for (const name of ['', 'a b', 'ip:1.2.3', 'email:馬@b.c']) {
    expect(refusalOf(wanted(name)), name).to.equal('invalid-alternative-name');
  }
});

test('an authority says so critically, and its certificate may have no end', () => {
  const made = signCertificate(
    authority('Root', {
      publicKey: rootKey,
      pathLength: 1,
      notAfter: Date.UTC(9999, 11, 31, 23, 59, 59),
      notBefore: NOW,
    }),
    { keyPair: rootKey },
  );
  expect([made.isCa, made.pathLength, made.authorityKeyId]).to.deep.equal([true, 1, undefined]);
  expect(new Date(made.notAfter).toISOString()).to.equal('9999-12-31T23:59:59.000Z');
  expect(made.unknownCriticalExtensions).to.deep.equal([]);
});
