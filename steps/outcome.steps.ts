import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import type { RehearsalWorld } from './support/world';

/** Steps about the result of the last operation. */

Then('it is refused: {refusal}', function (this: RehearsalWorld, expected: string) {
  const { code, hresult } = this.refusal();
  expect(expected.includes('_') ? hresult : code).to.equal(expected);
});

Then('nothing has changed', function (this: RehearsalWorld) {
  expect(this.nothingChanged()).to.equal(true);
});
