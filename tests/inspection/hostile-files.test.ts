import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Mutation, mutated, mutations } from '../../bench/file-mutations';
import { PASSWORD, safeOf, withRightMac } from '../../bench/inspection-files';
import { certificatePem } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { signCrl } from '../../src/x509/crl';
import { DIGESTS, OID } from '../../src/x509/der/object-identifiers';
import { integer, nullValue, octetString, oid, sequence, tagged, toDer } from '../../src/x509/der/write-der';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { pkcs7Pem, writePkcs7 } from '../../src/x509/pkcs7';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { fc } from '../support/properties';
import { HOST, issuing, issuingKey, NOW, root, server, serverKey } from '../x509/authorities';
import { CONTENT, protection } from '../x509/pkcs12-files';
import { inspected } from './setting';

/** Whatever bytes a file has, an inspection answers, and its work is bounded by a budget. */

const request = createRequest({
  subject: distinguishedName(`CN=${HOST}`),
  keyPair: serverKey,
  subjectAlternativeNames: [HOST],
});
const issuer = { certificate: issuing, keyPair: issuingKey };
const revoked = [{ serialNumber: '01', at: NOW }];
const POLICY = `[NewRequest]\r\nSubject = "CN=${HOST}"\r\nMachineKeySet = TRUE\r\n[Extensions]\r\n2.5.29.17 = "{text}"\r\n`;

/** A valid file of each kind. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  certificate: server.der,
  'certificate in PEM': Buffer.from([server, issuing].map(certificatePem).join('')),
  'PKCS #7': writePkcs7([server, issuing, root]),
  'PKCS #7 in PEM': Buffer.from(pkcs7Pem(writePkcs7([issuing, root]))),
  'PKCS #12': writePkcs12(CONTENT, protection('x', 'TripleDES-SHA1')),
  'PKCS #12 with AES': writePkcs12(CONTENT, protection('x', 'AES256-SHA256')),
  request: request.der,
  'request in PEM': Buffer.from(requestPem(request)),
  CRL: signCrl({ issuer, number: 1, thisUpdate: NOW, nextUpdate: NOW + 1000, revoked, hash: 'sha256' }).der,
  policy: Buffer.from(POLICY),
  'private key': Buffer.from(serverKey.privateKeyPem),
};

const OPTIONS = { password: 'x', roots: [root], chain: [issuing], pool: HOST, purpose: 'serverAuth' };

describe('An inspection answers for any bytes', () => {
  for (const [kind, valid] of Object.entries(FILES)) {
    it(`${kind}: bits, lengths, tags and ends changed`, () => {
      const outcomes = new Set<boolean>();
      const check = (all: readonly Mutation[], name: string): void => {
        const { ok, code, findings } = inspected(name, mutated(valid, all), OPTIONS);
        expect(code === null).to.equal(ok);
        if (!ok) expect(findings[0]?.remedy).to.be.a('string');
        outcomes.add(ok);
      };
      const name = fc.constantFrom('a.cer', 'a.p7b', 'a.pfx', 'a.req', 'a.inf', 'a');
      fc.assert(fc.property(mutations, name, check), { numRuns: 150 });
      expect([...outcomes], 'files that can be read, and others').to.include(true);
    });
  }

  it('random bytes, as binary and as text', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    fc.assert(fc.property(bytes, (one) => inspected('a.cer', one, OPTIONS).file === 'a.cer'));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (one) => inspected('a.cer', one, OPTIONS).file === 'a.cer'));
  });
});

describe('An inspection answers for a file with the right password', () => {
  it('whatever its content is', () => {
    const codes = new Set<string | null>();
    const safe = safeOf(HOST);
    fc.assert(
      fc.property(mutations, (all) => {
        const { code } = inspected('a.pfx', withRightMac(mutated(safe, all)), { ...OPTIONS, password: PASSWORD });
        codes.add(code);
      }),
      { numRuns: 300 },
    );
    expect([...codes]).to.include.members([null, 'unreadable']);
  });
});

describe('The work of an inspection is bounded', () => {
  const mac = (iterations: number) =>
    sequence(
      sequence(sequence(oid(DIGESTS.sha1 ?? ''), nullValue()), octetString(new Uint8Array(20))),
      octetString(new Uint8Array(8)),
      integer(iterations),
    );
  const file = (iterations: number) =>
    toDer(sequence(integer(3), sequence(oid(OID.data), tagged(0, octetString(toDer(sequence())))), mac(iterations)));

  it('in iterations: too much work has a code of its own', () => {
    for (const iterations of [5_000_000, 2 ** 31 - 1, 2 ** 40]) {
      const found = inspected('a.pfx', file(iterations), { password: 'x' });
      expect([found.kind, found.code], `${iterations}`).to.deep.equal(['pkcs12', 'too-much-work']);
    }
    expect(inspected('a.pfx', file(2000), { password: 'x' }).code).to.equal('wrong-password');
  });

  it('in depth: nested values are refused', () => {
    const nested = (tag: number, depth: number): Buffer => {
      let bytes = Buffer.alloc(0);
      for (let level = 0; level < depth; level++) {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(bytes.length);
        bytes = Buffer.concat([Buffer.from([tag, 0x84]), length, bytes]);
      }
      return bytes;
    };
    for (const tag of [0x30, 0xa0, 0x24]) expect(inspected('a.cer', nested(tag, 2000)).ok).to.equal(false);
    expect(inspected('a.cer', Buffer.from('3080'.repeat(100_000), 'hex')).ok).to.equal(false);
  });

  it('in length: what a length announces is not reserved', () => {
    for (const head of ['3084ffffffff', '3084ffffffff3084fffffff0', '30847fffffff020103'])
      expect(inspected('a.pfx', Buffer.from(head, 'hex'), { password: 'x' }).ok).to.equal(false);
  });

  it('in the number of certificates', () => {
    const many = writePkcs7(Array.from({ length: 1001 }, () => server));
    expect(inspected('a.p7b', many).code).to.equal('too-many-items');
  });
});
