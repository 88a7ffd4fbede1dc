import { describe, it } from 'node:test';
import { expect } from 'chai';
import { certificatePem } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { signCrl } from '../../src/x509/crl';
import { armor } from '../../src/x509/der/armor';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { pkcs7Pem, writePkcs7 } from '../../src/x509/pkcs7';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { HOST, issuing, issuingKey, NOW, root, server, serverKey } from '../x509/authorities';
import { CONTENT, protection } from '../x509/pkcs12-files';
import { inspected } from './setting';

/** Kinds by content, in every encoding, and what is often taken for a certificate. */

const request = createRequest({
  subject: distinguishedName(`CN=${HOST}`),
  keyPair: serverKey,
  subjectAlternativeNames: [HOST],
});
const issuer = { certificate: issuing, keyPair: issuingKey };
const crl = signCrl({ issuer, number: 7, thisUpdate: NOW, nextUpdate: NOW + 1000, revoked: [], hash: 'sha256' });
const pem = certificatePem(server);
const chain = writePkcs7([root, issuing]);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const POLICY = '; made by hand\r\n[Version]\r\n[NewRequest]\r\nSubject = "CN=a.contoso.com"\r\n';

/** Each file with its kind and the common names of its certificates. */
const FILES: Readonly<Record<string, readonly [kind: string, content: Uint8Array | string, certificates: number]>> = {
  'DER of a certificate': ['certificate', server.der, 1],
  'DER of two certificates': ['certificate', Buffer.concat([server.der, issuing.der]), 2],
  'PEM of a certificate': ['certificate', pem, 1],
  'PEM with CRLF': ['certificate', pem.replaceAll('\n', '\r\n'), 1],
  'PEM in UTF-16LE, as Notepad saves it': ['certificate', utf16(pem), 1],
  'PEM in UTF-16BE': ['certificate', utf16(pem, true), 1],
  'PEM with a UTF-8 byte order mark': ['certificate', `\ufeff${pem}`, 1],
  'several certificates in one PEM': ['certificate', [server, issuing, root].map(certificatePem).join('\n'), 3],
  'text around the PEM': ['certificate', `Dear administrator,\n\n${pem}\nBest regards - PKI team\n`, 1],
  'PEM in an HTML mail': ['certificate', `<html><body><pre>${pem}</pre></body></html>`, 1],
  'X509 CERTIFICATE': ['certificate', pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'), 1],
  'TRUSTED CERTIFICATE': ['certificate', armor('TRUSTED CERTIFICATE', Buffer.concat([server.der, TRUST()])), 1],
  'base64 without lines around it': ['certificate', Buffer.from(server.der).toString('base64'), 1],
  'PKCS #7 in DER': ['pkcs7', chain, 2],
  'PKCS #7 with its own label': ['pkcs7', pkcs7Pem(chain), 2],
  'PKCS #7 with the label of certsrv': ['pkcs7', pkcs7Pem(chain, 'CERTIFICATE'), 2],
  'PKCS #7 in UTF-16LE': ['pkcs7', utf16(pkcs7Pem(chain)), 2],
  'a request of certreq': ['request', requestPem(request), 0],
  'a request with the label of OpenSSL': ['request', armor('CERTIFICATE REQUEST', request.der), 0],
  'a request in DER': ['request', request.der, 0],
  'a request in UTF-16LE': ['request', utf16(requestPem(request)), 0],
  'a revocation list in DER': ['crl', crl.der, 0],
  'a revocation list in PEM': ['crl', armor('X509 CRL', crl.der), 0],
  'a private key (PKCS #8)': ['private-key', serverKey.privateKeyPem, 0],
  'an encrypted private key of OpenSSL 1': ['private-key', OLD_KEY(), 0],
  'a policy of certreq': ['policy', POLICY, 0],
  'a policy in UTF-16LE': ['policy', utf16(POLICY), 0],
  'PKCS #12 in PEM': ['pkcs12', armor('PKCS12', writePkcs12(CONTENT, protection('x', 'AES256-SHA256'))), 3],
};

/** CertAux of OpenSSL: a trusted purpose (serverAuth). */
function TRUST(): Uint8Array {
  return Buffer.from('300c300a06082b06010505070301', 'hex');
}

function OLD_KEY(): string {
  const headers = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123456789ABCDEF0123456789ABCDEF\n';
  return `-----BEGIN RSA PRIVATE KEY-----\n${headers}\nAAAA\n-----END RSA PRIVATE KEY-----\n`;
}

describe('A file is recognized by its content', () => {
  for (const [what, [kind, content, certificates]] of Object.entries(FILES)) {
    it(`${what} is ${kind}, whatever its name is`, () => {
      for (const name of ['file', 'file.cer', 'file.pfx', 'file.txt']) {
        const found = inspected(name, content, { password: 'x' });
        expect([found.kind, found.ok, found.code, found.certificates.length], name).to.deep.equal([
          kind,
          true,
          null,
          certificates,
        ]);
      }
    });
  }

  it('PKCS #7 with certificates in another order lists them in that of the file', () => {
    for (const order of [
      [server, issuing, root],
      [root, server, issuing],
    ]) {
      const { certificates } = inspected('a.p7b', writePkcs7(order));
      expect(certificates.map(({ thumbprint }) => thumbprint)).to.deep.equal(order.map(({ thumbprint }) => thumbprint));
    }
  });

  it('a revocation list is named with its dates and its length', () => {
    expect(inspected('a.crl', crl.der).crl).to.deep.equal({
      issuer: 'CN=Contoso Issuing CA, DC=contoso, DC=com',
      number: 7,
      thisUpdate: '2025-01-01T00:00:00Z',
      nextUpdate: '2025-01-01T00:00:01Z',
      revoked: 0,
    });
  });
});

const DENIED = `<!DOCTYPE HTML><HTML><HEAD><TITLE>Microsoft Active Directory Certificate Services</TITLE>
<style>p { color: red }</style></HEAD><BODY>Your certificate request was denied.<br>Your Request Id is 12.</BODY></HTML>`;

/** Each file with the code of the failure and words of its detail. */
const FAILURES: Readonly<Record<string, readonly [code: string, content: Uint8Array | string, words: RegExp]>> = {
  'an empty file': ['empty', '', /is empty/],
  'a file of empty lines': ['empty', '\r\n\r\n', /is empty/],
  'a page of certsrv about a denial': ['web-page', DENIED, /denied: .* Your Request Id is 12\.$/],
  'a page of certsrv about a pending request': [
    'web-page',
    '<html><title>x</title><body>Certificate Pending</body></html>',
    /is pending/,
  ],
  'a page of a proxy': ['web-page', '<html><title>Access denied</title></html>', /"Access denied"/],
  'an XML document': ['web-page', '<?xml version="1.0"?><a/>', /a web page/],
  'text of certutil': [
    'program-output',
    '================ Certificate 0 ================\nSerial Number: 61\n',
    /certutil prints/,
  ],
  'text of openssl': ['program-output', 'Certificate:\n    Data:\n        Version: 3\n', /openssl prints/],
  'a note': ['text', 'the password is on the desk', /is text without/],
  'a key store of Java': ['other-format', Buffer.from('feedfeed00000002', 'hex'), /Java/],
  'a serialized store': ['other-format', Buffer.from('000000004345525401', 'hex'), /\.sst/],
  'an archive': ['other-format', Buffer.from('PK\u0003\u0004rest'), /ZIP/],
  'random bytes': ['unknown-content', Buffer.from('0102030405', 'hex'), /no known form/],
  'half of a certificate': ['unreadable', server.der.subarray(0, 300), /cannot be read/],
  'half of the base64': ['unreadable', pem.slice(0, 500).concat('\n-----END CERTIFICATE-----\n'), /cannot be read/],
  'a PKCS #7 file without certificates': ['empty-pkcs7', writePkcs7([]), /holds no certificate/],
  'a PKCS #12 file without content': [
    'no-content',
    writePkcs12({ certificates: [], keys: [] }, protection('x', 'TripleDES-SHA1')),
    /neither a certificate nor a key/,
  ],
  'a file above the limit': ['too-large', Buffer.alloc(4 * 1024 * 1024 + 1), /more than 4194304 bytes/],
  'a file of too many certificates': ['too-many-items', pem.repeat(1001), /more than 1000 certificates/],
};

describe('What cannot be read has a code, the reason and a remedy', () => {
  for (const [what, [code, content, words]] of Object.entries(FAILURES)) {
    it(`${what}: ${code}`, () => {
      const found = inspected('file.cer', content, { password: 'x' });
      expect([found.ok, found.code, found.certificates, found.request]).to.deep.equal([false, code, [], null]);
      const [first] = found.findings;
      expect(found.findings).to.have.lengthOf(1);
      expect([first?.code, first?.severity]).to.deep.equal([code, 'error']);
      expect(first?.detail).to.match(words);
      expect(first?.remedy).to.match(/^[a-z].{10}/);
    });
  }

  it('names the step that would refuse the file for the same reason', () => {
    const on = (name: string) => inspected(name, DENIED).findings.map((one) => [one.on, one.cause]);
    expect(on('answer.cer')).to.deep.equal([
      [
        'Import the certificate on the server that made the request: Import Certificate',
        'CRYPT_E_ASN1_BADTAG 0x8009310b',
      ],
    ]);
    expect(on('chain.p7b')).to.deep.equal([
      ['Import the certification chain on every Edge Server: File to Import', 'CRYPT_E_ASN1_BADTAG 0x8009310b'],
    ]);
    expect(on('answer')).to.deep.equal([['answer', null]]);
  });
});
