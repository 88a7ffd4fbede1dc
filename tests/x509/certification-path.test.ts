import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import type { Certificate } from '../../src/x509/certificate';
import { certificatePem } from '../../src/x509/certificate';
import { certificationPath, verifyPath } from '../../src/x509/paths/certification-path';
import { matchesHost } from '../../src/x509/paths/host-name';
import { signCertificate } from '../../src/x509/sign-certificate';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import {
  authority,
  content,
  HOST,
  issuing,
  issuingKey,
  key,
  MUCH_LATER,
  NOW,
  root,
  rootKey,
  server,
  serverKey,
} from './authorities';

/** The verdicts on certification paths, compared with those of OpenSSL and GnuTLS on the same certificates. */

interface Case {
  readonly title: string;
  readonly certificate: Certificate;
  readonly candidates: readonly Certificate[];
  readonly trusted: readonly Certificate[];
  readonly code: string | null;
}

const DAY = 86_400_000;
const byIssuing = { certificate: issuing, keyPair: issuingKey };
const otherRoot = signCertificate(authority('Contoso Root CA', { publicKey: key(5), serialNumber: '09' }), {
  keyPair: key(5),
});
const noAuthority = signCertificate(
  {
    ...authority('Contoso Issuing CA', { publicKey: issuingKey, serialNumber: '0a' }),
    isCa: false,
    keyUsage: ['digitalSignature'],
  },
  { certificate: root, keyPair: rootKey },
);
const below = signCertificate(authority('Contoso Lower CA', { publicKey: key(6), serialNumber: '0b' }), byIssuing);

const CASES: readonly Case[] = [
  { title: 'a whole path', certificate: server, candidates: [issuing], trusted: [root], code: null },
  { title: 'the issuer is missing', certificate: server, candidates: [], trusted: [root], code: 'chain-incomplete' },
  {
    title: 'the root is not trusted',
    certificate: server,
    candidates: [issuing, root],
    trusted: [],
    code: 'root-not-trusted',
  },
  {
    title: 'another root of the same name',
    certificate: server,
    candidates: [issuing],
    trusted: [otherRoot],
    code: 'chain-incomplete',
  },
  {
    title: 'expired',
    certificate: signCertificate(content({ publicKey: serverKey, notAfter: NOW - 1000 }), byIssuing),
    candidates: [issuing],
    trusted: [root],
    code: 'expired',
  },
  {
    title: 'not valid yet',
    certificate: signCertificate(content({ publicKey: serverKey, notBefore: MUCH_LATER }), byIssuing),
    candidates: [issuing],
    trusted: [root],
    code: 'not-yet-valid',
  },
  {
    title: 'the issuer is no authority',
    certificate: server,
    candidates: [noAuthority],
    trusted: [root],
    code: 'not-a-ca',
  },
  {
    title: 'more authorities than the path length allows',
    certificate: signCertificate(content({ publicKey: serverKey }), { certificate: below, keyPair: key(6) }),
    candidates: [below, issuing],
    trusted: [root],
    code: 'path-length',
  },
];

for (const { title, certificate, candidates, trusted, code } of CASES) {
  test(`path: ${title}`, (t) => {
    expect(verifyPath(certificate, { trusted, candidates, at: NOW }).code).to.equal(code);
    withPrograms(t, ['openssl', 'certtool'], () =>
      inTemporaryFolder((folder) => {
        const file = (name: string, certificates: readonly Certificate[]): string => {
          writeFileSync(join(folder, name), certificates.map(certificatePem).join(''));
          return join(folder, name);
        };
        const anchors = trusted.length > 0 ? trusted : [otherRoot];
        const parts = [
          '-trusted',
          file('root', anchors),
          ...(candidates.length > 0 ? ['-untrusted', file('more', candidates)] : []),
        ];
        const openssl = execute('openssl', [
          'verify',
          '-no-CAfile',
          '-no-CApath',
          '-x509_strict',
          ...['-attime', String(NOW / 1000)],
          ...parts,
          file('leaf', [certificate]),
        ]);
        expect(openssl.status === 0, openssl.all).to.equal(code === null);
        const bundle = file('bundle', [certificate, ...candidates]);
        const gnutls = execute('certtool', [
          '--verify',
          '--load-ca-certificate',
          join(folder, 'root'),
          '--infile',
          bundle,
        ]);
        expect(/Chain verification output: Verified/.test(gnutls.all), gnutls.all).to.equal(code === null);
      }),
    );
  });
}

test('every path is tried: one valid one is enough, and loops end', () => {
  const expired = signCertificate(
    authority('Contoso Issuing CA', {
      publicKey: issuingKey,
      serialNumber: '0c',
      notBefore: NOW - 2 * DAY,
      notAfter: NOW - DAY,
    }),
    { certificate: root, keyPair: rootKey },
  );
  expect(verifyPath(server, { trusted: [root], candidates: [expired, issuing], at: NOW }).code).to.equal(null);
  const cross = signCertificate(authority('Contoso Root CA', { publicKey: rootKey, serialNumber: '0d' }), byIssuing);
  expect(verifyPath(server, { trusted: [root], candidates: [cross, issuing], at: NOW }).code).to.equal(null);
  expect(verifyPath(server, { trusted: [], candidates: [cross, issuing], at: NOW }).ok).to.equal(false);
});

test('a path is as long as the candidates reach', () => {
  expect(certificationPath(server, [root, issuing])).to.deep.equal({
    certificates: [server, issuing, root],
    complete: true,
  });
  expect(certificationPath(server, [issuing])).to.deep.equal({ certificates: [server, issuing], complete: false });
  expect(certificationPath(root, [])).to.deep.equal({ certificates: [root], complete: true });
});

test('a name is matched as TLS does: alternative names hide the common name, a wildcard is one label', () => {
  const named = (subjectAlternativeNames: readonly string[]): Certificate =>
    signCertificate(content({ publicKey: serverKey, subjectAlternativeNames }), byIssuing);
  expect(matchesHost(server, HOST.toUpperCase())).to.equal('subject-alternative-name');
  expect(matchesHost(named([]), HOST)).to.equal('common-name');
  expect(matchesHost(named(['other.contoso.com']), HOST)).to.equal(null);
  expect(matchesHost(named(['*.contoso.com']), HOST)).to.equal('subject-alternative-name');
  expect(matchesHost(named(['*.contoso.com']), 'a.b.contoso.com')).to.equal(null);
  expect(matchesHost(named(['*.com']), 'contoso.com')).to.equal(null);
});
