import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { createRequest, readRequest, requestPem } from '../../src/x509/certificate-request';
import { armor } from '../../src/x509/der/armor';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { signCertificate } from '../../src/x509/sign-certificate';
import { execute, withPrograms } from '../support/programs';
import { fc } from '../support/properties';
import { inTemporaryFolder } from '../support/rehearse';
import { content, HOST, issuing, issuingKey, serverKey } from './authorities';

const SUBJECT = distinguishedName(`CN=${HOST}, O=測試公司, C=TW`);
const request = createRequest({
  subject: SUBJECT,
  keyPair: serverKey,
  subjectAlternativeNames: [HOST, 'edge01.contoso.com'],
  extendedKeyUsage: ['serverAuth'],
  keyUsage: ['digitalSignature', 'keyEncipherment'],
  templateName: 'WebServer',
});
const base64 = Buffer.from(request.der).toString('base64');

test('a request says what it was made of', () => {
  expect(request).to.deep.include({
    subject: SUBJECT,
    publicKeyId: serverKey.publicKeyId,
    keyAlgorithm: 'RSA',
    keyBits: 2048,
    signatureAlgorithm: 'sha256RSA',
    subjectAlternativeNames: [HOST, 'edge01.contoso.com'],
    extendedKeyUsage: ['serverAuth'],
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    templateName: 'WebServer',
    signatureValid: true,
  });
});

test('every request is read back from its bytes', () => {
  const names = fc.uniqueArray(fc.constantFrom('a.b', '馬.c', 'ip:1.2.3.4', 'uri:http://x'), { maxLength: 4 });
  const contents = fc.record({
    subject: fc.constantFrom('', 'CN=a', 'CN=馬, C=TW').map(distinguishedName),
    subjectAlternativeNames: names,
    extendedKeyUsage: fc.subarray(['serverAuth', 'clientAuth', '1.2.3']),
    hash: fc.constantFrom('sha1' as const, 'sha256' as const, 'sha512' as const),
  });
  fc.assert(
    fc.property(contents, (asked) => {
      const made = createRequest({ ...asked, keyPair: serverKey });
      expect(readRequest(made.der)).to.deep.equal(made);
      expect(readRequest(Buffer.from(requestPem(made)))).to.deep.equal(made);
      expect(made.signatureValid).to.equal(true);
    }),
    { numRuns: 40 },
  );
});

test('a request is read in whatever form it arrives', () => {
  const pem = requestPem(request);
  expect(pem).to.match(/^-----BEGIN NEW CERTIFICATE REQUEST-----\r\n([^\r\n]{64}\r\n)+/);
  const plain = armor('CERTIFICATE REQUEST', request.der);
  const forms = {
    pem,
    plain,
    'on one line': plain.replaceAll('\n', ''),
    'lines became spaces': plain.replaceAll('\n', ' '),
    base64,
    'wrapped base64': base64.replace(/.{76}/g, '$&\r\n'),
    '+ became a space': base64.replaceAll('+', ' '),
    '+ became a space in lines': pem.replace(/[+]/g, ' '),
    'spaces around': `  ${base64}  \r\n`,
    'text before': `some text\n${plain}`,
  };
  expect(base64).to.contain('+');
  for (const [name, form] of Object.entries(forms)) {
    expect(readRequest(Buffer.from(form)), name).to.deep.equal(request);
  }
});

test('a request that its key did not sign says so', () => {
  const der = Buffer.from(request.der);
  der.set(Buffer.from('edgepuul'), der.indexOf('edgepool'));
  const forged = readRequest(der);
  expect([forged.signatureValid, request.signatureValid]).to.deep.equal([false, true]);
});

test('an authority certifies the key of a request', () => {
  const issued = signCertificate(content({ publicKey: request, serialNumber: '0c' }), {
    certificate: issuing,
    keyPair: issuingKey,
  });
  const read = signCertificate(content({ publicKey: readRequest(request.der), serialNumber: '0c' }), {
    certificate: issuing,
    keyPair: issuingKey,
  });
  expect(issued.publicKeyId).to.equal(serverKey.publicKeyId);
  expect(issued.der).to.deep.equal(read.der);
});

test('OpenSSL, GnuTLS and Java accept the request', (t) => {
  withPrograms(t, ['openssl', 'certtool', 'keytool'], () => {
    const pem = requestPem(request);
    expect(execute('openssl', ['req', '-noout', '-verify', '-text'], pem).all)
      .to.match(/self-signature verify OK/)
      .and.match(/Requested Extensions/)
      .and.match(/DNS:edgepool\.contoso\.com, DNS:edge01/);
    expect(execute('certtool', ['--crq-info'], pem).all)
      .to.match(/Self signature: verified/)
      .and.match(/TLS WWW Server/);
    expect(execute('keytool', ['-printcertreq'], pem)).to.have.property('status', 0);
    const empty = createRequest({ subject: SUBJECT, keyPair: serverKey, subjectAlternativeNames: [] });
    const bare = requestPem(empty);
    expect(execute('openssl', ['req', '-noout', '-verify'], bare).all).to.match(/self-signature verify OK/);
    expect(execute('keytool', ['-printcertreq'], bare)).to.have.property('status', 0);
  });
});

test('requests of OpenSSL and GnuTLS are read', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () => {
    const made = (...args: string[]) => {
      const rest = ['-subj', '/CN=x', '-addext', 'subjectAltName=DNS:x.y', '-keyout', '/dev/null'];
      return readRequest(Buffer.from(execute('openssl', ['req', '-new', '-nodes', ...rest, ...args]).stdout));
    };
    const facts = (...args: string[]) => {
      const { keyAlgorithm, keyBits, signatureAlgorithm, signatureValid, subjectAlternativeNames } = made(...args);
      return [keyAlgorithm, keyBits, signatureAlgorithm, signatureValid, ...subjectAlternativeNames];
    };
    expect(facts('-newkey', 'rsa:1024', '-sha1')).to.deep.equal(['RSA', 1024, 'sha1RSA', true, 'x.y']);
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-sha384'];
    expect(facts(...curve)).to.deep.equal(['EC', 384, 'sha384ECDSA', true, 'x.y']);
    const pss = ['-newkey', 'rsa:2048', '-sigopt', 'rsa_padding_mode:pss'];
    expect(facts(...pss)).to.deep.equal(['RSA', 2048, 'RSASSA-PSS', true, 'x.y']);
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'key'), serverKey.privateKeyPem);
      const args = ['--generate-request', '--load-privkey', join(folder, 'key'), '--template', '/dev/null'];
      const gnu = readRequest(Buffer.from(execute('certtool', args).stdout));
      expect([gnu.publicKeyId, gnu.signatureValid]).to.deep.equal([serverKey.publicKeyId, true]);
    });
  });
});
