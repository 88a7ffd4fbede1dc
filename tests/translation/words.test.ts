import { describe, it } from 'node:test';
import { expect } from 'chai';
import { SITE_VALUES } from '../../src/products/lync-server-2013/site-values';
import { ENGLISH } from '../../src/runbook/words/english/page';
import { formatted } from '../../src/runbook/words/messages';
import { translatedPage } from '../../src/runbook/words/translated-page';
import { english } from '../../src/runbook/words/words';
import { TRANSLATION_RULES } from '../support/features/translation-rules';
import { report } from '../support/report';
import { chinese as catalogue, chineseWords as chinese, glossary } from './chinese';

const LANGUAGE = [
  'the terms are those of the glossary',
  'punctuation beside Chinese characters is full-width',
  'Chinese characters and Latin letters stand apart',
];

const HAN = /\p{Script=Han}/u;

describe('The words of the pages in the Chinese of Taiwan', () => {
  const said = new Map(pairsIn(english, chinese));
  for (const title of LANGUAGE) {
    it(title, () => report(title, wrong(title, said)));
  }

  it('are all of them looked at, beside the English where there is a text of its own', () => {
    expect(said.get('What has changed')).to.equal('變更之處');
    expect(said.get('{count} problems were found in {scenarios}.')).to.equal('{scenarios}中發現 {count} 個問題。');
    expect(said.get('Other states of scenarios; see below.')).to.equal('有場景的狀態不同，詳見下方。');
  });

  it('are refused where one of the rules does not hold', () => {
    const [terms, punctuation, letters] = LANGUAGE.map(
      (title) => (zh: string) => wrong(title, new Map([['The private key', zh]])).length,
    );
    expect([terms?.('私密金鑰'), terms?.('私鑰'), punctuation?.('金鑰:'), letters?.('在Edge上')]).to.deep.equal([
      0, 2, 1, 1,
    ]);
  });
});

function wrong(title: string, texts: ReadonlyMap<string, string>) {
  const rule = TRANSLATION_RULES[title];
  const nothing = {
    sentences: {},
    phrases: {},
    keywords: {},
    cells: {},
    facts: {},
    controls: {},
    screen: {},
    siteValues: {},
    pages: {},
  };
  const found = rule?.(
    { ...nothing, texts: Object.fromEntries(texts) },
    { sentences: [], texts: [], facts: {}, cells: [], quoted: '' },
    glossary(),
  );
  return (found ?? [`there is no rule "${title}"`]).map((what) => ({ at: 'src/runbook/words', what }));
}

/** Texts of the two at the same place; of a text with plural forms the form for several. Functions have none. */
function pairsIn(one: unknown, other: unknown): readonly (readonly [english: string, chinese: string])[] {
  const [text, translated] = [textOf(one), textOf(other)];
  if (text !== undefined && translated !== undefined) return HAN.test(translated) ? [[text, translated]] : [];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  return Object.entries(one).flatMap(([name, value]) => pairsIn(value, Reflect.get(other, name)));
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const form: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'other') : undefined;
  return typeof form === 'string' ? form : undefined;
}

describe('The labels of the site-specific values', () => {
  it('are translated, each of them and no others', () => {
    const names = [...new Set(SITE_VALUES.map(({ name }) => name))];
    expect(Object.keys(catalogue().siteValues)).to.have.members(names);
    const labels = SITE_VALUES.map(({ name, label }) => chinese.siteValue(name, label));
    expect(labels).to.include.members(['Edge 集區', '憑證授權單位']);
  });
});

describe('The words of the pages in a language', () => {
  const pages = (): Record<string, Record<string, unknown>> => JSON.parse(JSON.stringify(ENGLISH));

  it('are complete', () => {
    expect(translatedPage(pages(), 'xx')).to.deep.equal(ENGLISH);
    expect(() => translatedPage(undefined, 'xx')).to.throw('languages/xx/pages: everything is missing');
  });

  it('are refused where a text is missing, empty, unknown or has other slots', () => {
    const wrong = pages();
    delete wrong.labels?.skip;
    Object.assign(wrong.states ?? {}, { verified: ' ', checked: 'Checked' });
    Object.assign(wrong.sentences ?? {}, { waived: '{number} waived', gap: '' });
    expect(() => translatedPage(wrong, 'xx')).to.throw(
      'languages/xx/pages: labels.skip is missing; states.verified is missing; states.checked is unknown; ' +
        'sentences.waived has the slots {number}; have {count}',
    );
  });

  it('have the plural forms of the language', () => {
    const days = { one: '{count} den', few: '{count} dny', other: '{count} dní' };
    const said = [1, 2, 5].map((count) => formatted(days, { count }, 'cs'));
    expect(said).to.deep.equal(['1 den', '2 dny', '5 dní']);
    expect(() => formatted('{count} of {all}', { count: 1 }, 'en')).to.throw('no value for {all}');
  });
});
