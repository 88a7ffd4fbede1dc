import { test } from 'node:test';
import { expect } from 'chai';
import { type Certificate, certificateFrom } from '../../src/x509/certificate';
import { OID } from '../../src/x509/der/object-identifiers';
import {
  bitString,
  encodedStructure,
  nullValue,
  oid,
  type Structure,
  sequence,
  tagged,
  taggedBytes,
  toDer,
} from '../../src/x509/der/write-der';
import type { KeyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { generalName } from '../../src/x509/names/general-names';
import { nameStructure } from '../../src/x509/names/name-encoding';
import { verifyPath } from '../../src/x509/paths/certification-path';
import { constraintsAllow } from '../../src/x509/paths/constrained-names';
import { matchesHost } from '../../src/x509/paths/host-name';
import { allPaths } from '../../src/x509/paths/path-building';
import { signCertificate } from '../../src/x509/sign-certificate';
import { readSigned } from '../../src/x509/signed-structure';
import { type Added, derWithField, withExtensions } from './altered-certificate';
import {
  authority,
  content,
  HOST,
  issuing,
  issuingKey,
  key,
  NOW,
  root,
  rootKey,
  server,
  serverKey,
} from './authorities';

/** Kinds of faults in a path: each names its code and the certificate at fault. */

const byIssuing = { certificate: issuing, keyPair: issuingKey };

function verdict(leaf: Certificate, ...others: readonly Certificate[]) {
  const { code, at } = verifyPath(leaf, { trusted: [root], candidates: others, at: NOW, purpose: 'serverAuth' });
  return { code, at: at?.thumbprint ?? null };
}

function issuingWith(...added: readonly Added[]): Certificate {
  return withExtensions(issuing, rootKey, ...added);
}

test('a fault names the certificate that has it', () => {
  const expired = signCertificate(
    authority('Contoso Issuing CA', { publicKey: issuingKey, serialNumber: '0c', notAfter: NOW - 1000 }),
    { certificate: root, keyPair: rootKey },
  );
  expect(verdict(server, expired)).to.deep.equal({ code: 'expired', at: expired.thumbprint });
  expect(verdict(server)).to.deep.equal({ code: 'chain-incomplete', at: server.thumbprint });
  expect(verdict(server, issuing)).to.deep.equal({ code: null, at: null });
});

test('the purposes of an authority restrict what is below it', () => {
  const purposes = (...ids: readonly string[]): Added => [OID.extendedKeyUsage, sequence(...ids.map(oid))];
  const client = issuingWith(purposes('1.3.6.1.5.5.7.3.2'));
  expect(verdict(server, client)).to.deep.equal({ code: 'usage-not-allowed', at: client.thumbprint });
  expect(verdict(server, issuingWith(purposes('1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1'))).code).to.equal(null);
  const { code } = verifyPath(server, { trusted: [root], candidates: [client], at: NOW });
  expect(code, 'without a purpose').to.equal(null);
});

const NAMES: readonly (readonly [name: string, base: Structure, allowed: boolean])[] = [
  [HOST, generalName('contoso.com'), true],
  [HOST, generalName('CONTOSO.com'), true],
  [HOST, taggedBytes(2, Buffer.from('.contoso.com')), true],
  ['contoso.com', taggedBytes(2, Buffer.from('.contoso.com')), false],
  ['notcontoso.com', generalName('contoso.com'), false],
  ['ip:10.1.2.3', taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)), true],
  ['ip:11.1.2.3', taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)), false],
  ['ip:fe80::1', taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)), false],
  ['email:a@contoso.com', generalName('email:contoso.com'), true],
  ['email:a@sub.contoso.com', generalName('email:contoso.com'), false],
  ['email:a@sub.contoso.com', generalName('email:.contoso.com'), true],
  ['email:a@contoso.com', generalName('email:b@contoso.com'), false],
  ['uri:https://www.contoso.com:8443/x', generalName('uri:www.contoso.com'), true],
  ['uri:https://www.contoso.com@evil.com/', generalName('uri:www.contoso.com'), false],
  ['uri:https://www.contoso.com/', generalName('uri:.contoso.com'), true],
  ['upn:a@contoso.com', generalName('upn:contoso.com'), false],
];

for (const [name, base, allowed] of NAMES) {
  test(`name constraints: ${name} in ${JSON.stringify(base.value)} is ${allowed ? 'allowed' : 'not allowed'}`, () => {
    // no common name, because it would count as a host name
    const subject = distinguishedName('O=Contoso');
    const leaf = signCertificate(
      content({ publicKey: serverKey, subject, subjectAlternativeNames: [name] }),
      byIssuing,
    );
    const permitted = issuingWith([OID.nameConstraints, sequence(tagged(0, sequence(base))), false]);
    expect(verdict(leaf, permitted).code).to.equal(allowed ? null : 'name-constraints');
    const excluded = issuingWith([OID.nameConstraints, sequence(tagged(1, sequence(base))), true]);
    const unknown = name.startsWith('upn:');
    expect(verdict(leaf, excluded).code).to.equal(allowed || unknown ? 'name-constraints' : null);
  });
}

test('more names and subtrees than can be compared are not allowed', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `host${index}.contoso.com`);
  const leaf = signCertificate(content({ publicKey: serverKey, subjectAlternativeNames: names }), byIssuing);
  const excluded = (count: number) =>
    Array.from({ length: count }, () => ({ kind: 'dns', value: 'fabrikam.com', limited: false }) as const);
  expect(constraintsAllow({ permitted: [], excluded: excluded(900) }, leaf)).to.equal(true);
  expect(constraintsAllow({ permitted: [], excluded: excluded(1100) }, leaf)).to.equal(false);
});

test('the signatures that are verified for the paths of a certificate are limited', () => {
  const issuers = [3, 4, 5].map((ordinal) =>
    signCertificate(
      { ...authority('Contoso Issuing CA', { publicKey: key(ordinal) }), serialNumber: `${ordinal}` },
      { certificate: root, keyPair: rootKey },
    ),
  );
  const leaf = signCertificate(content({ publicKey: serverKey }), { keyPair: issuingKey, certificate: issuing });
  const alike = withoutKeyId(leaf);
  const longest = (signatures: number) =>
    Math.max(...[...allPaths(alike, [...issuers, issuing], { steps: 100, signatures })].map((path) => path.length));
  expect(longest(100)).to.equal(2);
  expect(longest(0)).to.equal(1);
});

test('name constraints on the subject', () => {
  const base = tagged(4, nameStructure(distinguishedName('O="Contoso, Ltd", L=Redmond, S=WA, C=US')));
  const tree = (part: number): Added => [OID.nameConstraints, sequence(tagged(part, sequence(base))), true];
  expect(verdict(server, issuingWith(tree(0))).code).to.equal(null);
  expect(verdict(server, issuingWith(tree(1))).code).to.equal('name-constraints');
  const other = signCertificate(content({ publicKey: serverKey, subject: distinguishedName('CN=x, C=US') }), byIssuing);
  expect(verdict(other, issuingWith(tree(0))).code).to.equal('name-constraints');
});

test('a signature that cannot be verified here is unsupported and not bad', () => {
  const signedWith = (id: string, signer: KeyPair = issuingKey): Certificate => {
    const algorithm = sequence(oid(id), nullValue());
    // the outer algorithm stays that of signing, so both are replaced
    const der = derWithField(server, signer, 2, algorithm);
    return certificateFrom(replaceOuter(der, id));
  };
  for (const id of ['2.16.840.1.101.3.4.3.14', '1.2.840.113549.1.1.2', '1.2.3.4']) {
    expect(verdict(signedWith(id), issuing).code, id).to.equal('unsupported-algorithm');
  }
  expect(verdict(signedWith('1.2.840.113549.1.1.11', key(4)), issuing).code).to.equal('bad-signature');
});

function replaceOuter(der: Uint8Array, id: string): Uint8Array {
  const { toBeSigned, signature } = readSigned(der);
  const parts = sequence(encodedStructure(toBeSigned.der), sequence(oid(id), nullValue()), bitString(signature));
  return toDer(parts);
}

/** The certificate without the identifier of its issuer's key, so that every issuer of that name comes into question. */
function withoutKeyId(certificate: Certificate): Certificate {
  return withExtensions(certificate, issuingKey, [OID.authorityKeyIdentifier, sequence()]);
}

test('host names', () => {
  const named = (...names: readonly string[]): Certificate =>
    signCertificate(content({ publicKey: serverKey, subjectAlternativeNames: names }), byIssuing);
  const raw = (...names: readonly Structure[]): Certificate =>
    withExtensions(server, issuingKey, [OID.subjectAlternativeName, sequence(...names)]);
  const dns = (name: string): Structure => taggedBytes(2, Buffer.from(name));
  const kind = 'subject-alternative-name';
  expect(matchesHost(raw(dns(`${HOST}.`)), HOST), 'a dot at the end of the pattern').to.equal(null);
  expect(matchesHost(server, `${HOST}.`), 'a dot at the end of the host').to.equal(kind);
  expect(matchesHost(named('edge*.contoso.com'), HOST)).to.equal(kind);
  expect(matchesHost(named('*pool.contoso.com'), HOST)).to.equal(kind);
  expect(matchesHost(named('edgepool*.contoso.com'), HOST)).to.equal(kind);
  expect(matchesHost(named('ed*ol.contoso.com'), HOST)).to.equal(null);
  expect(matchesHost(named('*.*.com'), HOST)).to.equal(null);
  expect(matchesHost(named('edgepool.*.com'), HOST)).to.equal(null);
  expect(matchesHost(named('edgepoolx*.contoso.com'), HOST)).to.equal(null);
  expect(matchesHost(named('xn--*.contoso.com'), 'xn--abc.contoso.com')).to.equal(null);
  expect(matchesHost(named('x*.contoso.com'), 'xn--abc.contoso.com')).to.equal(null);
  expect(matchesHost(named('*.contoso.com'), 'xn--abc.contoso.com')).to.equal(kind);
  expect(matchesHost(named('ip:10.0.0.1'), '10.0.0.1')).to.equal(kind);
  const lookalike = raw(dns('ip:10.0.0.1'));
  expect(lookalike.subjectAlternativeNames).to.deep.equal(['dns:ip:10.0.0.1']);
  expect(matchesHost(lookalike, '10.0.0.1')).to.equal(null);
  const wide = (subject: string) =>
    signCertificate(
      content({ publicKey: serverKey, subject: distinguishedName(subject), subjectAlternativeNames: [] }),
      byIssuing,
    );
  expect(matchesHost(wide('CN=ｅdgepool.contoso.com'), HOST)).to.equal(null);
  expect(matchesHost(named('ip:10.0.0.1', 'email:a@b.c'), HOST), 'other kinds do not hide the subject').to.equal(
    'common-name',
  );
  expect(matchesHost(named(), HOST, { commonName: false })).to.equal(null);
});
