import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ValueMap } from '../src/value-map';
import { fc } from './support/properties';

const entries = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'.repeat(9)), fc.nat()), { maxLength: 40 });
const names = (count: number) => Array.from({ length: count }, (_, number) => `server${number}`);

describe('A map as a value', () => {
  it('has the entries of a Map after the same replacements, in the same order', () => {
    fc.assert(
      fc.property(entries, entries, (first, later) => {
        const expected = new Map(first);
        let actual = ValueMap.of(first);
        for (const [key, value] of later) {
          expected.set(key, value);
          actual = actual.with(key, value);
        }
        expect([...actual]).to.deep.equal([...expected]);
        expect([...actual.keys()]).to.deep.equal([...expected.keys()]);
        expect([...actual.values()]).to.deep.equal([...expected.values()]);
        expect(actual.size).to.equal(expected.size);
        for (const key of 'abcdefghi') {
          expect(actual.get(key)).to.equal(expected.get(key));
          expect(actual.has(key)).to.equal(expected.has(key));
        }
      }),
    );
  });

  it('does not change when a value is replaced', () => {
    const before = ValueMap.of(names(100).map((name) => [name, 0]));
    const after = before.with('server70', 1);
    expect([before.get('server70'), after.get('server70')]).to.deep.equal([0, 1]);
  });

  it('copies one chunk for a replaced value, whatever the number of entries', () => {
    const copied = [100, 10_000].map((count) => {
      const before = ValueMap.of(names(count).map((name) => [name, 0]));
      const [old, now] = [before, before.with('server70', 1)].map((map) => Reflect.get(map, 'chunks') as unknown[][]);
      expect(Reflect.get(before, 'positions')).to.equal(Reflect.get(before.with('server70', 1), 'positions'));
      return now?.filter((chunk, number) => chunk !== old?.[number]).flat().length;
    });
    expect(copied).to.deep.equal([32, 32]);
  });
});
