import { describe, it } from 'node:test';
import { expect } from 'chai';
import { wordsOf } from '../../../src/cli/output/languages';
import { SENTENCES } from '../../../src/runbook/words/english/sentences';
import { saying } from '../../../src/runbook/words/headings';
import { formatted, slotsOf } from '../../../src/runbook/words/messages';
import type { SentenceName } from '../../../src/runbook/words/page-words';

/** Slots with a number. The others contain texts; some of those contain an amount. */
const NUMBERS = ['count', 'passed', 'done', 'verified', 'waived'];
const AMOUNTS = ['scenarios', 'steps', 'sentences'] as const;

/** The nouns of the messages: those that follow a number in messages with a form for one. */
const NOUNS = Object.values(SENTENCES).flatMap((message) => {
  if (typeof message === 'string') return [];
  const [one, other] = [message.one, message.other].map((text) => /\{count\} (\w+)/.exec(text)?.[1] ?? '');
  return one === other || one === '' ? [] : [{ one, other }];
});

const NAMES = Object.keys(SENTENCES).filter((name): name is SentenceName => Object.hasOwn(SENTENCES, name));

/** A sentence with each of its numbers 0, 1 and 2, and its amounts in words. */
function sentencesOf(name: SentenceName, language: string): readonly string[] {
  const words = wordsOf(language);
  const say = saying(words);
  const amounts = { scenarios: 'scenarios', steps: 'steps', sentences: 'sourceSentences' } as const;
  return [0, 1, 2].map((count) => {
    const texts = slotsOf(words.sentences[name]).map((slot): readonly [string, string | number] => {
      const kind = AMOUNTS.find((one) => one === slot);
      if (kind) return [slot, say(amounts[kind], { count })];
      return [slot, NUMBERS.includes(slot) ? count : ''];
    });
    return say(name, { count, ...Object.fromEntries(texts) });
  });
}

describe('The sentences of the pages with 0, 1 and 2 things', () => {
  it('have the nouns whose forms they must agree with', () => {
    expect(NOUNS.map(({ one }) => one)).to.include.members(['scenario', 'step', 'sentence', 'entry', 'pool', 'file']);
  });

  for (const name of NAMES) {
    it(`agree in English: ${name}`, () => {
      const [none = '', one = '', two = ''] = sentencesOf(name, 'en');
      for (const noun of NOUNS) {
        expect(one).not.to.match(new RegExp(`\\b1 ${noun.other}\\b`));
        for (const several of [none, two]) expect(several).not.to.match(new RegExp(`\\b[02] ${noun.one}\\b`));
      }
      expect(one).not.to.match(/\b1 \w+ (hold|are|were|have)\b|\b1 of 1 .*\b(hold|all passed|some of them)\b/);
      for (const several of [none, two]) expect(several).not.to.match(/\b[02] \w+ (holds|is|was|has)\b/);
    });

    it(`have every number in Chinese: ${name}`, () => {
      const slots = slotsOf(SENTENCES[name]).filter((slot) => NUMBERS.includes(slot));
      for (const [count, text] of sentencesOf(name, 'zh-TW').entries()) {
        expect(text).not.to.match(/[{}]/);
        for (const _ of slots) expect(text).to.include(String(count));
      }
    });
  }

  it('are chosen by the plural rules of the language', () => {
    const message = { one: '{count} file', other: '{count} files' };
    expect([0, 1, 2].map((count) => formatted(message, { count }, 'en'))).to.deep.equal([
      '0 files',
      '1 file',
      '2 files',
    ]);
    expect(formatted(message, { count: 1 }, 'zh-TW')).to.equal('1 files');
  });
});
