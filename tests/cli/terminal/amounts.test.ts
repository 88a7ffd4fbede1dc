import { describe, it } from 'node:test';
import { expect } from 'chai';
import { speedOf } from '../../../src/cli/exploration/exploration-report';
import { amount, COUNTED } from '../../../src/cli/terminal/amounts';

describe('What the terminal counts', () => {
  for (const thing of Object.keys(COUNTED) as (keyof typeof COUNTED)[]) {
    it(`has the singular for one ${thing} only`, () => {
      const [none, one, two] = [0, 1, 2].map((count) => amount(count, thing));
      expect([none, one, two]).to.deep.equal([`0 ${thing}s`, `1 ${thing}`, `2 ${thing}s`]);
    });
  }

  it('has the right form in the speed of an exploration', () => {
    expect(speedOf({ runs: 1, operations: 2 }, 1, 'run')).to.equal('1 run and 2 operations a second');
    expect(speedOf({ runs: 0, operations: 1 }, 1, 'state')).to.equal('0 states and 1 operation a second');
  });
});
