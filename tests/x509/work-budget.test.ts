import { test } from 'node:test';
import { expect } from 'chai';
import { DIGESTS, OID } from '../../src/x509/der/object-identifiers';
import {
  integer,
  nullValue,
  octetString,
  oid,
  type Structure,
  sequence,
  tagged,
  toDer,
} from '../../src/x509/der/write-der';
import { readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { passwordForms, pbkdf2Key } from '../../src/x509/pkcs12/pkcs12-password';
import { MOST_FOR_CONTENT, MOST_FOR_PASSWORD, workBudget } from '../../src/x509/pkcs12/work-budget';
import { refusalOf } from './authorities';

/** A file states how much work it takes to open it. The work is limited for the file as a whole. */

/** A file without content, whose MAC asks for this work. */
function fileWithMac(mac: Structure): Uint8Array {
  const safe = octetString(toDer(sequence()));
  return toDer(sequence(integer(3), sequence(oid(OID.data), tagged(0, safe)), mac));
}

function macOf(algorithm: Structure, iterations: number): Structure {
  return sequence(
    sequence(algorithm, octetString(new Uint8Array(20))),
    octetString(new Uint8Array(8)),
    integer(iterations),
  );
}

function pbmac1(iterations: number, length: number): Structure {
  const hmac = (number: number) => sequence(oid(`1.2.840.113549.2.${number}`), nullValue());
  const parameters = sequence(octetString(new Uint8Array(8)), integer(iterations), integer(length), hmac(7));
  return sequence(oid(OID.pbmac1), sequence(sequence(oid(OID.pbkdf2), parameters), hmac(9)));
}

const sha1 = sequence(oid(DIGESTS.sha1 ?? ''), nullValue());

test('a small file that asks for minutes of work is refused before any of it is done', () => {
  const long = fileWithMac(macOf(pbmac1(5_000_000, 1024), 1));
  expect(refusalOf(() => readPkcs12(long, 'x'))).to.equal('unsupported');
  expect(refusalOf(() => readPkcs12(fileWithMac(macOf(sha1, 100_000_000)), 'x'))).to.equal('unsupported');
});

test('the forms of a password share one budget', () => {
  const iterations = Math.floor(MOST_FOR_PASSWORD / 1.5);
  expect(refusalOf(() => readPkcs12(fileWithMac(macOf(pbmac1(1000, 20), 1)), 'pässword'))).to.equal('wrong-password');
  expect(refusalOf(() => readPkcs12(fileWithMac(macOf(pbmac1(iterations, 20), 1)), 'x'))).to.equal('unsupported');
});

test('forms of a password that give the same key are tried once', () => {
  const file = fileWithMac(macOf(sha1, Math.floor(MOST_FOR_PASSWORD / 3 / 1.5)));
  expect(refusalOf(() => readPkcs12(file, 'x'))).to.equal('wrong-password');
  expect(refusalOf(() => readPkcs12(file, 'pässword'))).to.equal('unsupported');
});

test('long digests count more', () => {
  const [password] = passwordForms('x');
  const derive = (hash: string, length: number) =>
    password && pbkdf2Key(password, { hash, length, salt: new Uint8Array(8), iterations: 40, budget: workBudget(100) });
  expect(derive('sha256', 32)).to.have.lengthOf(32);
  for (const [hash, length] of [
    ['sha384', 48],
    ['sha512', 64],
  ] as const)
    expect(refusalOf(() => derive(hash, length))).to.equal('unsupported');
});

test('a budget counts iterations, blocks and their weight together', () => {
  const budget = workBudget(100);
  budget.spend({ iterations: 10, blocks: 3, weight: 2 });
  budget.spend({ iterations: 40, blocks: 1, weight: 1 });
  expect(refusalOf(() => budget.spend({ iterations: 1, blocks: 1, weight: 1 }))).to.equal('unsupported');
  expect(() => workBudget(100).spend({ iterations: 0, blocks: 1, weight: 1 })).to.throw('less than 1');
});

test('the content of a file of GnuTLS passes: 600,000 iterations for each of four certificates and a key', () => {
  const budget = workBudget(MOST_FOR_CONTENT);
  expect(() => {
    for (let part = 0; part < 5; part++) {
      budget.spend({ iterations: 600_000, blocks: 2, weight: 3 });
      budget.spend({ iterations: 600_000, blocks: 1, weight: 3 });
    }
  }).not.to.throw();
});
