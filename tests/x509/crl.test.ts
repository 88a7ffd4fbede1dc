import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { certificatePem } from '../../src/x509/certificate';
import { readCrl, signCrl } from '../../src/x509/crl';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { issuing, issuingKey, NOW, root, server } from './authorities';

const DAY = 86_400_000;

function list(revoked: boolean) {
  return signCrl({
    issuer: { certificate: issuing, keyPair: issuingKey },
    number: 7,
    thisUpdate: NOW - DAY,
    nextUpdate: NOW + DAY,
    revoked: revoked ? [{ serialNumber: server.serialNumber, at: NOW - DAY, reason: 4 }] : [],
    hash: 'sha256',
  });
}

test('a list is read back as it was made', () => {
  for (const revoked of [true, false]) expect(readCrl(list(revoked).der)).to.deep.equal(list(revoked));
  expect(list(true).number).to.equal(7);
  expect(list(true).revoked).to.deep.equal([{ serialNumber: server.serialNumber, at: NOW - DAY, reason: 4 }]);
});

test('OpenSSL reads the list and finds the certificate revoked by it, or not', (t) => {
  withPrograms(t, ['openssl'], () =>
    inTemporaryFolder((folder) => {
      const at = (name: string): string => join(folder, name);
      writeFileSync(at('root'), certificatePem(root));
      writeFileSync(at('issuing'), certificatePem(issuing));
      writeFileSync(at('leaf'), certificatePem(server));
      for (const revoked of [true, false]) {
        writeFileSync(at('crl'), list(revoked).der);
        execute('openssl', ['crl', '-inform', 'DER', '-in', at('crl'), '-out', at('crl.pem')]);
        const text = execute('openssl', ['crl', '-in', at('crl.pem'), '-noout', '-text']).all;
        expect(/Superseded/.test(text), text).to.equal(revoked);
        const anchors = ['-no-CAfile', '-no-CApath', '-trusted', at('root'), '-untrusted', at('issuing')];
        const checks = ['-attime', String(NOW / 1000), '-crl_check', '-CRLfile', at('crl.pem')];
        const { all } = execute('openssl', ['verify', ...anchors, ...checks, at('leaf')]);
        expect(all).to.match(revoked ? /certificate revoked/ : /: OK/);
      }
    }),
  );
});
