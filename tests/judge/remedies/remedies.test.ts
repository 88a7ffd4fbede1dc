import { test } from 'node:test';
import { expect } from 'chai';
import { englishWords, wordsOf } from '../../../src/fact';
import { judgePool } from '../../../src/judge/judge';
import { detailOf } from '../../../src/products/lync-server-2013/judge/detail';
import { FINDING_CODES } from '../../../src/products/lync-server-2013/judge/finding-codes';
import { type Deployment, firstPool } from '../../../src/world/deployment';
import type { CodePage } from '../../../src/world/product-findings';
import { inOrderBut } from '../situation';
import { NOT_EXECUTABLE, REMEDIES } from './remedies';

/** Each remedy that the pages give is carried out, and the finding is gone; or the remedy is listed as not executable. */

const PAGES: Readonly<Record<string, CodePage>> = FINDING_CODES;
const NAMES = Object.entries(PAGES).flatMap(([code, { causes }]) =>
  causes ? Object.keys(causes).map((cause) => `${code}/${cause}`) : [code],
);

function found(deployment: Deployment, ahead = 0): readonly string[] {
  return judgePool(deployment, firstPool(deployment), ahead).map(({ code, cause }) =>
    cause ? `${code}/${cause}` : code,
  );
}

test('every code and every cause has a remedy that is carried out, or is listed as not executable', () => {
  expect([...Object.keys(REMEDIES), ...Object.keys(NOT_EXECUTABLE)].sort()).to.deep.equal([...NAMES].sort());
  expect(Object.keys(NOT_EXECUTABLE)).to.have.lengthOf(1);
});

for (const [name, { broken, remedy, ahead = 0 }] of Object.entries(REMEDIES)) {
  test(`the remedy for ${name}`, () => {
    const before = inOrderBut(broken).deployment();
    expect(found(before, ahead)).to.include(name);
    const after = remedy(before);
    expect(found(after, ahead)).to.not.include(name);
    const left = judgePool(after, firstPool(after), ahead).filter(({ severity }) => severity === 'error');
    expect(left.map((one) => `${one.code} on ${one.server}: ${detailOf(one)}`)).to.deep.equal([]);
  });
}

test('a finding has the remedy of its cause', () => {
  const words = englishWords({});
  const [finding] = judgePool(
    inOrderBut(REMEDIES['expired/authority']?.broken ?? ((d) => d)).deployment(),
    firstPool(inOrderBut().deployment()),
  ).filter(({ code }) => code === 'expired');
  expect(finding && wordsOf(finding.remedy, words)).to.equal('code.expired.causes.authority.fix');
});
