import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { certificatePem } from '../../src/x509/certificate';
import { type CrlContent, signCrl } from '../../src/x509/crl';
import { armor } from '../../src/x509/der/armor';
import { type CrlFault, crlFault } from '../../src/x509/paths/crl-validation';
import { signCertificate } from '../../src/x509/sign-certificate';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { authority, issuing, issuingKey, key, NOW, root, rootKey, server } from './authorities';

/** Whether a CRL counts for an issuer, compared with OpenSSL. */

const DAY = 86_400_000;
const own = { certificate: issuing, keyPair: issuingKey };
const base: CrlContent = {
  issuer: own,
  number: 1,
  thisUpdate: NOW - DAY,
  nextUpdate: NOW + DAY,
  revoked: [],
  hash: 'sha256',
};
const withoutUsage = signCertificate(
  authority('Contoso Issuing CA', { publicKey: issuingKey, serialNumber: '0f', keyUsage: ['keyCertSign'] }),
  { certificate: root, keyPair: rootKey },
);

const CASES: Readonly<
  Record<string, { changes: Partial<CrlContent>; issuer?: typeof issuing; fault: CrlFault | null }>
> = {
  'a current list': { changes: {}, fault: null },
  'a list that has run out': { changes: { nextUpdate: NOW - 1000 }, fault: 'outdated' },
  'a list of the future': { changes: { thisUpdate: NOW + 3_600_000 }, fault: 'not-yet-valid' },
  'a list that another key signed': {
    changes: { issuer: { certificate: issuing, keyPair: key(5) } },
    fault: 'bad-signature',
  },
  'an issuer without the usage cRLSign': { changes: {}, issuer: withoutUsage, fault: 'not-authorized' },
};

for (const [title, { changes, issuer = issuing, fault }] of Object.entries(CASES)) {
  test(title, (t) => {
    const crl = signCrl({ ...base, ...changes });
    expect(crlFault(crl, issuer, NOW)).to.equal(fault);
    withPrograms(t, ['openssl'], () =>
      inTemporaryFolder((folder) => {
        const file = (name: string, text: string): string => {
          writeFileSync(join(folder, name), text);
          return join(folder, name);
        };
        const { status, all } = execute('openssl', [
          ...['verify', '-no-CAfile', '-no-CApath', '-crl_check', '-attime', String(NOW / 1000)],
          ...['-CAfile', file('root', certificatePem(root)), '-untrusted', file('issuing', certificatePem(issuer))],
          ...['-CRLfile', file('crl', armor('X509 CRL', crl.der)), file('server', certificatePem(server))],
        ]);
        expect(status === 0, all).to.equal(fault === null);
      }),
    );
  });
}

test('a list of another issuer, and a delta list, do not count', () => {
  expect(crlFault(signCrl({ ...base, issuer: { certificate: root, keyPair: rootKey } }), issuing, NOW)).to.equal(
    'other-issuer',
  );
  expect(crlFault(signCrl({ ...base, deltaOf: 1 }), issuing, NOW)).to.equal('delta');
});
