import { type DataTable, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { expectedRows, findingRows, type JudgedScope } from './support/observations/judgements';
import { tableOf } from './support/tables';
import type { RehearsalWorld } from './support/world';

/** Steps about the judge's findings. */

const FINDINGS = tableOf('finding', 'severity', 'where');

When('the judge looks at {scope}', function (this: RehearsalWorld, judge: JudgedScope) {
  this.judge(judge);
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

Then('the judge finds only files with private keys that were left behind', function (this: RehearsalWorld) {
  expect([...new Set(this.judged.map(({ code }) => code))]).to.deep.equal(['pfx-left-behind']);
});
