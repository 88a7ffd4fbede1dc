import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import { comparableAnswer } from '../src/operator/command-prompt/comparable-answer';
import { TEXT } from './support/tables';
import type { RehearsalWorld } from './support/world';

/** Steps about the result of the last operation. */

Then('it is refused: {refusal}', function (this: RehearsalWorld, expected: string) {
  const { code, hresult } = this.refusal();
  expect(expected.includes('_') ? hresult : code).to.equal(expected);
});

Then('the command answers:', TEXT, function (this: RehearsalWorld, expected: string) {
  if (this.printed === null) throw new Error('no command was typed');
  expect(comparableAnswer(this.printed)).to.equal(comparableAnswer(expected));
});

Then('nothing has changed', function (this: RehearsalWorld) {
  expect(this.nothingChanged()).to.equal(true);
});
