import { test } from 'node:test';
import { expect } from 'chai';
import { certificateFrom } from '../../src/x509/certificate';
import { octetString } from '../../src/x509/der/write-der';
import { derWithExtensions } from './altered-certificate';
import { issuingKey, server } from './authorities';

const MEBIBYTE = 1024 * 1024;

test('equal certificates are one object as long as the memo holds few bytes', () => {
  const large = derWithExtensions(server, issuingKey, ['1.2.3.4', octetString(new Uint8Array(MEBIBYTE))]);
  /** The certificate with another signature. */
  const other = (number: number): Uint8Array => {
    const copy = Uint8Array.from(large);
    copy[copy.length - 1] = number;
    return copy;
  };
  const first = certificateFrom(other(0));
  expect(certificateFrom(other(0))).to.equal(first);
  for (let number = 1; number <= 32; number++) certificateFrom(other(number));
  expect(certificateFrom(other(32))).to.equal(certificateFrom(other(32)));
  expect(certificateFrom(other(0)), 'the oldest was forgotten').not.to.equal(first);
});
