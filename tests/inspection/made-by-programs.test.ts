import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from 'chai';
import { DAY } from '../../src/determinism';
import type { Inspection } from '../../src/inspection/inspection';
import { readCertificate } from '../../src/x509/certificate';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { describedBy, KEY_KINDS, makeHierarchy, type Workshop, workshop } from './openssl';
import { codes, inspected } from './setting';

/** Files of OpenSSL, GnuTLS, NSS and Java: an inspection says of them what OpenSSL says. */

const PASSWORD = 'pässwörd 馬';
const PLAIN = 'pass 1';
const RSA_BITS = 2048;

/** What the judge says of a hierarchy whose keys are all of that kind. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  RSA: [],
  'RSA-PSS': ['unsupported-signature'],
  EC: [],
  Ed25519: ['unsupported-key', 'certification-path-invalid'],
  Ed448: ['unsupported-key', 'certification-path-invalid'],
};

/** Compares each certificate with OpenSSL, in any order; the first file name is the one whose key the file holds. */
function expectSame(shop: Workshop, found: Inspection, pems: readonly string[], hasKey: boolean): void {
  expect({ ok: found.ok, code: found.code }).to.deep.equal({ ok: true, code: null });
  const said = pems.map((pem, index) => ({
    ...describedBy(shop, shop.at(pem)),
    hasPrivateKey: hasKey && index === 0,
  }));
  const shown = found.certificates.map((one) => {
    const { keyAlgorithm: _, signatureAlgorithm: __, selfSigned: ___, subject, issuer, ...rest } = one;
    const names = one.subjectAlternativeNames.map((name) => name.replace(/^ip:/, ''));
    return { ...rest, subject: reversed(subject), issuer: reversed(issuer), subjectAlternativeNames: names };
  });
  const sorted = <T extends { thumbprint: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => a.thumbprint.localeCompare(b.thumbprint));
  expect(sorted(shown)).to.deep.equal(
    sorted(said.map((one) => ({ ...one, subject: reversed(one.subject), issuer: reversed(one.issuer) }))),
  );
}

/** The parts of a name as a sorted list: the two programs order and escape them differently. */
function reversed(name: string): string {
  const parts = name.match(/[A-Z]+=(?:"[^"]*"|(?:\\.|[^,\\])*)/g) ?? [];
  return parts
    .map((part) => part.replace(/"/g, '').replace(/\\(.)/g, '$1').trim())
    .sort()
    .join('; ');
}

for (const kind of Object.keys(KEY_KINDS)) {
  test(`certificates, a request, PKCS #7 and PKCS #12 of OpenSSL with keys of ${kind}`, (t) => {
    withPrograms(t, ['openssl'], () =>
      inTemporaryFolder((folder) => {
        const shop = workshop(folder);
        const { at, run } = shop;
        makeHierarchy(shop, kind);
        const pem = inspected('server.pem', readFileSync(at('server.pem')));
        expectSame(shop, pem, ['server.pem'], false);
        expect(pem.certificates[0]?.keyAlgorithm).to.equal(kind.replace('-PSS', ''));
        expectSame(shop, inspected('root.cer', readFileSync(at('root.pem'))), ['root.pem'], false);
        const { kind: found, request } = inspected('server.req', readFileSync(at('server.req')));
        expect([found, request?.signatureValid, request?.keyAlgorithm]).to.deep.equal([
          'request',
          true,
          kind.replace('-PSS', ''),
        ]);
        expect(reversed(request?.subject ?? '')).to.equal(reversed(describedBy(shop, at('server.pem')).subject));
        const known = (name: string) => readCertificate(readFileSync(at(name)));
        const trusted = { roots: [known('root.pem')], chain: [known('issuing.pem')] };
        const judged = inspected('server.cer', readFileSync(at('server.pem')), {
          ...trusted,
          at: known('server.pem').notBefore + DAY,
        });
        expect([judged.path?.ok, [...new Set(codes(judged))]]).to.deep.equal([true, ERRORS[kind]]);
        run('crl2pkcs7', '-nocrl', '-certfile', at('path.pem'), '-certfile', at('server.pem'), '-out', at('all.p7b'));
        const all = inspected('all.p7b', readFileSync(at('all.p7b')));
        expectSame(shop, all, ['server.pem', 'issuing.pem', 'root.pem'], false);
        expect(all.kind).to.equal('pkcs7');
        const parts = ['-inkey', at('server.key'), '-in', at('server.pem'), '-certfile', at('path.pem')];
        for (const [password, options] of [
          [PASSWORD, []],
          ['', []],
          [PASSWORD, ['-legacy']],
          [PLAIN, ['-legacy', '-descert']],
          [PLAIN, ['-certpbe', 'NONE', '-keypbe', 'AES-128-CBC', '-macalg', 'sha512']],
        ] as const) {
          run('pkcs12', '-export', ...parts, ...options, '-passout', `pass:${password}`, '-out', at('file.pfx'));
          const found = inspected('file.pfx', readFileSync(at('file.pfx')), { password });
          expectSame(shop, found, ['server.pem', 'issuing.pem', 'root.pem'], true);
          expect(found.kind).to.equal('pkcs12');
          const wrong = inspected('file.pfx', readFileSync(at('file.pfx')), { password: 'another' });
          expect([wrong.ok, wrong.code, wrong.kind]).to.deep.equal([false, 'wrong-password', 'pkcs12']);
          expect(inspected('file.pfx', readFileSync(at('file.pfx'))).code, 'no password is not an empty one').to.equal(
            'wrong-password',
          );
        }
      }),
    );
  });
}

test('files of GnuTLS, without, with an empty and with a password', (t) => {
  withPrograms(t, ['openssl', 'certtool'], () =>
    inTemporaryFolder((folder) => {
      const shop = workshop(folder);
      const { at } = shop;
      makeHierarchy(shop);
      const parts = ['--load-privkey', at('server.key'), '--load-certificate', at('server.pem'), '--p12-name', 'edge'];
      const make = (...options: readonly string[]) => {
        const made = execute('certtool', ['--to-p12', ...parts, '--outder', '--outfile', at('file'), ...options]);
        expect(made.status, made.all).to.equal(0);
        return readFileSync(at('file'));
      };
      expectSame(shop, inspected('a.pfx', make('--null-password')), ['server.pem'], true);
      expectSame(shop, inspected('a.pfx', make('--empty-password'), { password: '' }), ['server.pem'], true);
      expectSame(shop, inspected('a.pfx', make('--password', PLAIN), { password: PLAIN }), ['server.pem'], true);
      expect(inspected('a.pfx', make('--empty-password')).code).to.equal('wrong-password');
      expect(inspected('a.pfx', make('--null-password'), { password: '' }).code).to.equal('wrong-password');
      const printed = execute('certtool', ['--certificate-info', '--infile', at('server.pem')]).stdout;
      expectSame(shop, inspected('printed.txt', printed), ['server.pem'], false);
    }),
  );
});

test('files of NSS', (t) => {
  withPrograms(t, ['openssl', 'pk12util', 'certutil'], () =>
    inTemporaryFolder((folder) => {
      const shop = workshop(folder);
      const { at, run } = shop;
      makeHierarchy(shop);
      const parts = ['-inkey', at('server.key'), '-in', at('server.pem'), '-certfile', at('path.pem'), '-name', 'edge'];
      run('pkcs12', '-export', ...parts, '-out', at('in'), '-passout', 'pass:x');
      execute('certutil', ['-N', '-d', folder, '--empty-password']);
      expect(execute('pk12util', ['-i', at('in'), '-d', folder, '-W', 'x']).status).to.equal(0);
      for (const options of [[], ['-c', 'PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC'], ['-C', 'none']]) {
        const made = execute('pk12util', ['-o', at('out'), '-n', 'edge', '-d', folder, '-W', PASSWORD, ...options]);
        expect(made.status, made.all).to.equal(0);
        const found = inspected('out.p12', readFileSync(at('out')), { password: PASSWORD });
        expectSame(shop, found, ['server.pem', 'issuing.pem', 'root.pem'], true);
      }
    }),
  );
});

test('files of Java, with several keys', (t) => {
  withPrograms(t, ['openssl', 'keytool'], () =>
    inTemporaryFolder((folder) => {
      const { at } = workshop(folder);
      const store = ['-keystore', at('store'), '-storetype', 'PKCS12', '-storepass', PLAIN];
      for (const [alias, algorithm] of [
        ['a', 'RSA'],
        ['b', 'EC'],
        ['c', 'DSA'],
      ]) {
        const name = ['-alias', alias ?? '', '-dname', `CN=${alias}.contoso.com`, '-keyalg', algorithm ?? ''];
        const size = ['-keysize', algorithm === 'EC' ? '256' : `${RSA_BITS}`];
        const made = execute('keytool', ['-genkeypair', ...store, ...name, ...size, '-validity', '100']);
        expect(made.status, made.all).to.equal(0);
      }
      const found = inspected('store.p12', readFileSync(at('store')), { password: PLAIN });
      expect(found.certificates.map((one) => [one.keyAlgorithm, one.keyBits, one.hasPrivateKey])).to.deep.equal([
        ['RSA', RSA_BITS, true],
        ['EC', 256, true],
        ['DSA', 2048, true],
      ]);
      const list = execute('keytool', ['-list', ...store]).stdout;
      const prints = [...list.matchAll(/SHA-?256\)?: ?([0-9A-F:]+)/g)];
      expect(prints).to.have.lengthOf(found.certificates.length);
      const jks = ['-importkeystore', '-srckeystore', at('store'), '-srcstorepass', PLAIN, '-noprompt'];
      execute('keytool', [...jks, '-destkeystore', at('jks'), '-deststoretype', 'JKS', '-deststorepass', PLAIN]);
      const other = inspected('jks.pfx', readFileSync(at('jks')));
      expect([other.kind, other.code]).to.deep.equal(['unknown', 'other-format']);
    }),
  );
});
