import { test } from 'node:test';
import { expect } from 'chai';
import { certificateFrom } from '../../src/x509/certificate';
import { EncodingError } from '../../src/x509/der/encoding-error';
import { asn1 } from '../../src/x509/der/forge';
import { OID } from '../../src/x509/der/object-identifiers';
import { readElement } from '../../src/x509/der/read-der';
import { readTime } from '../../src/x509/der/read-values';
import {
  bitString,
  bmpString,
  booleanTrue,
  encodedStructure,
  ia5String,
  integer,
  oid,
  printableString,
  type Structure,
  sequence,
  set,
  tagged,
  taggedBytes,
  time,
  toDer,
} from '../../src/x509/der/write-der';
import { extension } from '../../src/x509/extension';
import { derWithExtensions, derWithField } from './altered-certificate';
import { issuingKey, NOW, server } from './authorities';

/** What certificates must not contain is refused with a reason (RFC 5280, X.690). */

function reasonOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof EncodingError) return error.reason.code;
    throw error;
  }
}

const text = (type: number, content: string): Structure => asn1.create(asn1.Class.UNIVERSAL, type, false, content);
const named = (value: Structure | Uint8Array): Structure =>
  value instanceof Uint8Array ? encodedStructure(nested(value)) : sequence(set(sequence(oid('2.5.4.3'), value)));

/** A common name whose value is already encoded. */
function nested(value: Uint8Array): Uint8Array {
  const attribute = [0x06, 3, 0x55, 4, 3, ...value];
  const relative = [0x30, attribute.length, ...attribute];
  return Uint8Array.of(0x30, relative.length + 2, 0x31, relative.length, ...relative);
}
const SUBJECT = 5;
const VALIDITY = 4;
const PUBLIC_KEY = 6;

const SUBJECTS: Readonly<Record<string, readonly [value: Structure | Uint8Array, reason: string]>> = {
  'UTF8String with a byte that is not UTF-8': [text(0x0c, 'a\xff'), 'encoding.text'],
  'UTF8String with an overlong form': [text(0x0c, '\xc0\xaf'), 'encoding.text'],
  'PrintableString with an underscore': [text(0x13, 'a_b'), 'encoding.text'],
  'PrintableString with a wildcard, which authorities have always written': [printableString('*.contoso.com'), 'read'],
  'IA5String with a byte above 127': [text(0x16, 'a\xe9'), 'encoding.text'],
  'IA5String of ASCII': [ia5String('a'), 'read'],
  'NumericString with a letter': [text(0x12, '12a'), 'encoding.text'],
  'BMPString of an odd length': [Uint8Array.of(0x1e, 1, 0x61), 'encoding.text'],
  'BMPString with three bytes': [Uint8Array.of(0x1e, 3, 0, 0x61, 0), 'encoding.text'],
  'BMPString that is whole': [bmpString('馬'), 'read'],
  'UniversalString beyond Unicode': [text(0x1c, '\x7f\0\0\0'), 'encoding.text'],
};

for (const [title, [value, reason]] of Object.entries(SUBJECTS)) {
  test(`a subject as ${title}`, () => {
    expect(reasonOf(() => certificateFrom(derWithField(server, issuingKey, SUBJECT, named(value))))).to.equal(reason);
  });
}

const TIMES: Readonly<Record<string, string>> = {
  '250101000000Z': 'read',
  '2501010000Z': 'encoding.time',
  '250101000000+0000': 'encoding.time',
  '250101000000-0100': 'encoding.time',
  '250101240000Z': 'encoding.time',
  '250101006000Z': 'encoding.time',
  '250101000060Z': 'encoding.time',
  '250230000000Z': 'encoding.date',
  '20500101000000Z': 'read',
  '205001010000Z': 'encoding.time',
  '20500101000000.5Z': 'encoding.time',
  '20500101000000': 'encoding.time',
};

for (const [written, reason] of Object.entries(TIMES)) {
  test(`the time ${written}`, () => {
    const type = /^\d{12}(?!\d)|^\d{10}Z/.test(written) && !written.startsWith('2050') ? 0x17 : 0x18;
    expect(reasonOf(() => readTime(readElement(toDer(text(type, written)))))).to.equal(reason);
    const validity = sequence(time(NOW), text(type, written));
    expect(reasonOf(() => certificateFrom(derWithField(server, issuingKey, VALIDITY, validity)))).to.equal(reason);
  });
}

test('an extension that occurs twice is refused', () => {
  const twice = sequence(extension(OID.basicConstraints, sequence()), extension(OID.basicConstraints, sequence()));
  const last = 7;
  expect(reasonOf(() => certificateFrom(derWithField(server, issuingKey, last, tagged(3, twice))))).to.equal(
    'encoding.repeated-extension',
  );
});

test('an elliptic curve that is given by its parameters is refused', () => {
  const curve = sequence(integer(1), sequence(oid('1.2.840.10045.1.1'), integer(23)));
  const key = sequence(sequence(oid(OID.ecPublicKey), curve), bitString(Uint8Array.of(4, 1, 2)));
  expect(reasonOf(() => certificateFrom(derWithField(server, issuingKey, PUBLIC_KEY, key)))).to.equal(
    'encoding.explicit-curve',
  );
});

test('a DNS name with a byte above 127 is refused', () => {
  const names = sequence(taggedBytes(2, Buffer.from([0x61, 0xe9])));
  expect(
    reasonOf(() => certificateFrom(derWithExtensions(server, issuingKey, [OID.subjectAlternativeName, names]))),
  ).to.equal('encoding.text');
});

test('an empty key usage is not an absent one', () => {
  const empty = certificateFrom(derWithExtensions(server, issuingKey, [OID.keyUsage, bitString(new Uint8Array(0))]));
  expect([empty.hasKeyUsage, empty.keyUsage]).to.deep.equal([true, []]);
});

test('what is critical is understood only if path validation carries it out', () => {
  const criticalOnes = (id: string, value: Structure) =>
    certificateFrom(derWithExtensions(server, issuingKey, [id, value, true])).unknownCriticalExtensions;
  const access = sequence(sequence(oid(OID.caIssuers), taggedBytes(6, Buffer.from('http://a/'))));
  expect(criticalOnes(OID.authorityInformationAccess, access)).to.deep.equal([OID.authorityInformationAccess]);
  expect(criticalOnes(OID.templateNameV1, bmpString('WebServer'))).to.deep.equal([OID.templateNameV1]);
  expect(criticalOnes('1.2.3', sequence())).to.deep.equal(['1.2.3']);
  expect(criticalOnes(OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))))).to.deep.equal([]);
  expect(criticalOnes(OID.basicConstraints, sequence(booleanTrue()))).to.deep.equal([]);
  expect(criticalOnes(OID.nameConstraints, sequence())).to.deep.equal([]);
});

test('the name of an extension that does not parse refuses the certificate', () => {
  const broken = encodedStructure(Uint8Array.of(0x30, 0x01, 0x02));
  expect(reasonOf(() => certificateFrom(derWithField(server, issuingKey, 7, tagged(3, broken))))).to.not.equal('read');
});
