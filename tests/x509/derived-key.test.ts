import { createPublicKey, hash, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import { expect } from 'chai';
import type { KeyBits } from '../../src/determinism';
import { derivedPrivateKey } from '../../src/x509/keys/derived-key';
import { keyPair, privateKeyOf } from '../../src/x509/keys/key-pair';
import { rehearsalSource } from '../../src/x509/keys/random-source';

/** SHA-256 of the key of the seed `seed`, which is the same on every machine. */
const DERIVED: Readonly<Record<number, string>> = {
  1024: '0743ad5ea1763956a7ed867f03192b2e6f23c748c0f066f8318897bccdcfb4df',
  2048: '3a1b3f9e944c39f21f04030f1492089efc5fe34e2331fa7ecccc06db942d6bb0',
  3072: '9b42b3c6a097e006b3820c69f7184f3c6ee658ae39468c09d814c911e725dbe8',
  4096: 'a639931f9d0edc23f0bfb0d9044f933e135ab51c490b2fad265fab985f311066',
};

for (const bits of [1024, 2048, 3072, 4096]) {
  test(`a derived key of ${bits} bits signs, and depends on its seed alone`, () => {
    const pem = derivedPrivateKey(bits, 'seed');
    const pair = keyPair(pem);
    const key = privateKeyOf(pair);
    expect(pair.bits).to.equal(bits);
    expect(key.asymmetricKeyDetails?.publicExponent).to.equal(65_537n);
    const signature = sign('sha256', Buffer.from('text'), key);
    expect(verify('sha256', Buffer.from('text'), createPublicKey(key), signature)).to.equal(true);
    expect(hash('sha256', pem)).to.equal(DERIVED[bits]);
    if (bits < 3072) expect(derivedPrivateKey(bits, 'other')).to.not.equal(pem);
  });
}

test('after the committed keys a source derives keys, always the same, and reports each once', () => {
  const pems = { 1024: ['first'], 2048: [], 3072: [], 4096: [] };
  const derived: (readonly [KeyBits, number])[] = [];
  const source = rehearsalSource(pems, 'seed', (bits, committed) => derived.push([bits, committed]));
  expect(source.key(1024, 0)).to.equal('first');
  expect(derived).to.deep.equal([]);
  const second = source.key(1024, 1);
  expect(keyPair(second).bits).to.equal(1024);
  expect(source.key(1024, 2)).to.not.equal(second);
  expect(source.key(1024, 1)).to.equal(second);
  expect(derived).to.deep.equal([
    [1024, 1],
    [1024, 1],
  ]);
  expect(rehearsalSource(pems, 'seed').key(1024, 1)).to.equal(second);
  expect(rehearsalSource(pems, 'other').key(1024, 1)).to.not.equal(second);
});
