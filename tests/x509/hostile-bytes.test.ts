import { test } from 'node:test';
import { expect } from 'chai';
import { Refusal } from '../../src/refusal';
import { readCertificate } from '../../src/x509/certificate';
import { createRequest, readRequest, requestPem } from '../../src/x509/certificate-request';
import { contentKind } from '../../src/x509/content-kind';
import { readCrl, signCrl } from '../../src/x509/crl';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { readPkcs7, writePkcs7 } from '../../src/x509/pkcs7';
import { pkcs12Profile, readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { fc } from '../support/properties';
import { issuing, issuingKey, NOW, root, server, serverKey } from './authorities';

/** For any bytes, a reader returns a value or refuses. It never fails in another way and never hangs. */

const request = createRequest({
  subject: distinguishedName('CN=a'),
  keyPair: serverKey,
  subjectAlternativeNames: ['a'],
});
const salt = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const content = { certificates: [{ certificate: server }, { certificate: root }], keys: [{ keyPair: serverKey }] };
const pfx = writePkcs12(content, { password: 'x', profile: 'AES256-SHA256', salt });
const issuer = { certificate: issuing, keyPair: issuingKey };
const crl = signCrl({ issuer, number: 1, thisUpdate: NOW, nextUpdate: NOW + 1000, revoked: [], hash: 'sha256' });

const READERS: Readonly<Record<string, readonly [read: (bytes: Uint8Array) => unknown, valid: Uint8Array]>> = {
  certificate: [readCertificate, server.der],
  request: [readRequest, request.der],
  'request in PEM': [readRequest, Buffer.from(requestPem(request).trim())],
  pkcs7: [readPkcs7, writePkcs7([server, issuing, root])],
  pkcs12: [(bytes) => readPkcs12(bytes, 'x'), pfx],
  'pkcs12 profile': [pkcs12Profile, pfx],
  crl: [readCrl, crl.der],
  kind: [contentKind, server.der],
};

function answersOrRefuses(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): 'answer' | 'refusal' {
  try {
    read(bytes);
    return 'answer';
  } catch (error) {
    if (error instanceof Refusal) return 'refusal';
    throw error;
  }
}

for (const [name, [read, valid]] of Object.entries(READERS)) {
  test(`${name}: random bytes`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void answersOrRefuses(read, bytes)),
      { numRuns: 300 },
    );
  });

  test(`${name}: a valid file with some bytes changed`, () => {
    const change = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    let refused = 0;
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = Uint8Array.from(valid);
        for (const [index, byte] of changes) bytes[index] = byte;
        if (answersOrRefuses(read, bytes) === 'refusal') refused++;
      }),
      { numRuns: 200 },
    );
    if (!['kind', 'pkcs12 profile'].includes(name)) expect(refused, 'refusals met').to.be.greaterThan(0);
  });

  test(`${name}: every truncation of a valid file`, () => {
    for (let length = 0; length < valid.length; length += 1) {
      const answer = answersOrRefuses(read, valid.subarray(0, length));
      if (name !== 'kind') expect(answer, `${length} of ${valid.length} bytes`).to.equal('refusal');
    }
    expect(answersOrRefuses(read, valid)).to.equal('answer');
  });
}
