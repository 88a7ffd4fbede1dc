import { describe, it } from 'node:test';
import { expect } from 'chai';
import { batchesOf } from '../../src/exploration/random/batch';

describe('The batches of an exploration', () => {
  for (const seed of [0, 7, 20251126, 2 ** 31 - 1])
    it(`have different seeds from 0 to 2^31 - 1, and the first one the seed itself: ${seed}`, () => {
      const seeds = batchesOf(80_000_000, seed).map((batch) => batch.seed);
      expect(seeds[0]).to.equal(seed);
      expect(new Set(seeds).size).to.equal(800_000);
      expect(seeds.every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** 31)).to.equal(true);
    });

  it('have as many runs as were ordered', () => {
    expect(batchesOf(250, 7).map(({ runs }) => runs)).to.deep.equal([100, 100, 50]);
  });
});
