import { test } from 'node:test';
import { expect } from 'chai';
import { readElement } from '../../src/x509/der/read-der';
import { toDer } from '../../src/x509/der/write-der';
import {
  commonName,
  type DistinguishedName,
  distinguishedName,
  formatName,
  sameName,
} from '../../src/x509/names/distinguished-name';
import { nameStructure, readName } from '../../src/x509/names/name-encoding';
import { fc } from '../support/properties';
import { refusalOf } from './authorities';

const value = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.constantFrom('測試, "Ltd"', ' a\\b=', '#1'),
  )
  .filter((text) => Buffer.from(text).toString() === text);
const attribute = fc.record({ type: fc.constantFrom('CN', 'OU', 'O', 'L', 'S', 'T', '1.2.840.99.1'), value });
const names: fc.Arbitrary<DistinguishedName> = fc.array(attribute, { maxLength: 6 });

test('every name is read back from its text', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(distinguishedName(formatName(name))).to.deep.equal(name);
    }),
  );
});

test('every name is read back from its DER', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(readName(readElement(toDer(nameStructure(name))))).to.deep.equal(name);
    }),
  );
});

test('any text is a name or is refused as none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('C', 'N', '=', ',', '"', '\\', '+', ' ', 'a', '4') }), (text) => {
      expect(refusalOf(() => distinguishedName(text))).to.be.oneOf([undefined, 'invalid-distinguished-name']);
    }),
  );
});

test('a name is written as Windows prints it, most specific first', () => {
  const name = distinguishedName('CN=edgepool.contoso.com, OU=IT, O="Contoso, Ltd", L=Redmond, ST=WA, C=US');
  expect(name.map(({ type }) => type)).to.deep.equal(['C', 'S', 'L', 'O', 'OU', 'CN']);
  expect(formatName(name)).to.equal('CN=edgepool.contoso.com, OU=IT, O="Contoso, Ltd", L=Redmond, S=WA, C=US');
  expect(commonName(name)).to.equal('edgepool.contoso.com');
  expect(commonName(distinguishedName('O=x'))).to.equal(undefined);
});

test('a value may be quoted or escaped', () => {
  const written = ['O="Contoso, Ltd"', 'O=Contoso\\, Ltd', 'o = Contoso\\2C Ltd ', 'OID.2.5.4.10="Contoso, Ltd"'];
  for (const text of written) expect(formatName(distinguishedName(text)), text).to.equal('O="Contoso, Ltd"');
  expect(distinguishedName('O=\\E9\\A6\\AC')[0]?.value).to.equal('馬');
  expect(distinguishedName('O="a ""b"" c"')[0]?.value).to.equal('a "b" c');
  expect(distinguishedName('')).to.deep.equal([]);
});

test('what is no name is refused', () => {
  const wrong = [
    'CN',
    'CN=',
    'CN="a',
    'CN=a,',
    'CN=a,,O=b',
    '=a',
    'XY=a',
    'C=USA',
    'C=台灣',
    'DC=台灣',
    'CN=a+OU=b',
    '1=x',
    '1.40.1=x',
    '3.1=x',
  ];
  for (const text of wrong)
    expect(
      refusalOf(() => distinguishedName(text)),
      text,
    ).to.equal('invalid-distinguished-name');
});

test('names are compared as OpenSSL does: ASCII case and white space do not matter, the width of letters does', () => {
  const same = (a: string, b: string) => sameName(distinguishedName(a), distinguishedName(b));
  expect(same('CN=Contoso  CA', 'cn= contoso ca ')).to.equal(true);
  expect(same('O=Ｃontoso', 'O=contoso')).to.equal(false);
  expect(same('O=Änderung', 'O=änderung')).to.equal(false);
  expect(same('O=ÄNDERUNG', 'O=Änderung')).to.equal(true);
  expect(same('CN=a', 'CN=b')).to.equal(false);
  expect(same('CN=a', 'O=a')).to.equal(false);
  expect(same('CN=a, O=b', 'O=b, CN=a')).to.equal(false);
  expect(same('CN=a', 'CN=a, O=b')).to.equal(false);
});

test('the DER has PrintableString, IA5String and UTF8String where each belongs', () => {
  const tagOf = (text: string) => {
    const der = toDer(nameStructure(distinguishedName(text)));
    return der.at(-(Buffer.from(text.slice(text.indexOf('=') + 1)).length + 2));
  };
  expect(tagOf('C=US')).to.equal(0x13);
  expect(tagOf('CN=Contoso')).to.equal(0x13);
  expect(tagOf('CN=a_b')).to.equal(0x0c);
  expect(tagOf('O=馬')).to.equal(0x0c);
  expect(tagOf('DC=com')).to.equal(0x16);
  expect(tagOf('E=a@b.c')).to.equal(0x16);
});
