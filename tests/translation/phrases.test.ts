import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { backwards, phraseIn } from '../../src/translation/phrases';
import { type LoadedType, loadedTypes } from '../support/loaded-definitions';
import { chinese } from './chinese';

const { phrases } = chinese();
/** Values for `{name}` in a phrase. */
const EXAMPLES: Readonly<Record<string, string>> = {
  text: 'C:\\edge.pfx',
  number: '12',
  code: 'E_CODE',
  host: 'edge-a.contoso.com',
  ordinal: 'sixty-fourth',
  numeral: '64',
  poolOrdinal: 'fourth',
  poolNumeral: '4',
  windows: '2012 R2',
  date: '2026-04-01',
};
const example = (phrase: string) => phrase.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? '');

describe('What stands in the place of parameters', () => {
  let types: readonly LoadedType[] = [];

  before(async () => {
    types = await loadedTypes();
  });

  it('has its table for every type, and no other', () => {
    expect(Object.keys(phrases).sort()).to.deep.equal(types.map(({ name }) => name).sort());
  });

  it('is translated, whatever it may be', () => {
    const missing = types.flatMap(({ name, patterns }) =>
      plainAlternatives(patterns).filter((phrase) => phraseIn(phrases[name] ?? {}, phrase) === undefined),
    );
    expect(missing).to.deep.equal([]);
    expect(types.flatMap(({ patterns }) => plainAlternatives(patterns)).length).to.be.greaterThan(100);
  });

  it('is in the table only where the definitions know it', () => {
    const unknown = types.flatMap(({ name, patterns }) => {
      const known = new RegExp(`^(?:${patterns.join('|')})$`);
      return Object.keys(phrases[name] ?? {}).filter((phrase) => !known.test(example(phrase)));
    });
    expect(unknown).to.deep.equal([]);
  });

  it('means one thing on the way back', () => {
    const back = backwards(chinese()).phrases;
    for (const [type, own] of Object.entries(phrases)) {
      for (const phrase of Object.keys(own).map(example)) {
        const again = phraseIn(back[type] ?? {}, phraseIn(own, phrase) ?? '');
        expect(again, `${type}: ${phrase}`).to.equal(NUMBER_OF_NOUNS[phrase] ?? phrase);
      }
    }
  });
});

/** Chinese has no plural, so the reverse direction gives one of the two. */
const NUMBER_OF_NOUNS: Readonly<Record<string, string>> = {
  trust: 'trusts',
  '12 day': '12 days',
  '12 year': '12 years',
};

/** The alternatives that are words and nothing else. */
function plainAlternatives(patterns: readonly string[]): readonly string[] {
  return patterns
    .flatMap((pattern) => (/[([]/.test(pattern) ? [] : pattern.split('|')))
    .map((phrase) => phrase.replace(/\\([.*+?^${}()|[\]\\/])/g, '$1'))
    .filter((phrase) => !/[\\?+*]/.test(phrase));
}
