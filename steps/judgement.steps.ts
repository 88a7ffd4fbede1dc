import { type DataTable, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { englishWords, wordsOf } from '../src/fact';
import { FINDING_TEXTS } from '../src/judge/finding-texts';
import { expectedRows, findingRows, type JudgedScope } from './support/observations/judgements';
import { tableOf } from './support/tables';
import type { RehearsalWorld } from './support/world';

/** Steps about the judge's findings. */

const FINDINGS = tableOf('finding', 'severity', 'where');

When('the judge looks at {scope}', function (this: RehearsalWorld, judge: JudgedScope) {
  this.judge(judge);
});

When(
  'the judge looks at {scope} and {int} days ahead',
  function (this: RehearsalWorld, judge: JudgedScope, days: number) {
    this.judge((deployment) => judge(deployment, days));
  },
);

Then('the finding {string} names {string}', function (this: RehearsalWorld, code: string, name: string) {
  const words = englishWords({ ...FINDING_TEXTS, ...this.deployment.product.texts });
  const found = this.judged.filter((one) => one.code === code).map(({ detail }) => wordsOf(detail, words));
  expect(found, code).to.not.be.empty;
  for (const detail of found) expect(detail).to.include(this.text(name));
});

Then('the finding {string} has the cause {string}', function (this: RehearsalWorld, code: string, cause: string) {
  const found = this.judged.filter((one) => one.code === code);
  expect([...new Set(found.map((one) => one.cause))]).to.deep.equal([cause]);
});

Then('the judge finds nothing', function (this: RehearsalWorld) {
  expect(findingRows(this.judged)).to.deep.equal([]);
});

Then('the judge finds:', FINDINGS, function (this: RehearsalWorld, table: DataTable) {
  expect(findingRows(this.judged)).to.deep.equal(expectedRows(this.deployment, FINDINGS.rowsOf(table)));
});

Then('the judge finds no error', function (this: RehearsalWorld) {
  expect(findingRows(this.judged.filter(({ severity }) => severity === 'error'))).to.deep.equal([]);
});

Then('the judge finds no error and no warning', function (this: RehearsalWorld) {
  expect(findingRows(this.judged.filter(({ severity }) => severity !== 'info'))).to.deep.equal([]);
});

Then('the judge finds only files with private keys that were left behind', function (this: RehearsalWorld) {
  expect([...new Set(this.judged.map(({ code }) => code))]).to.deep.equal(['pfx-left-behind']);
});
