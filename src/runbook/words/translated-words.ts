import type { FactTexts } from '../../fact';
import { type Catalogue, textIn } from '../../translation/catalogue';
import { factWordsOf } from '../../translation/fact-words';
import { literally } from '../../translation/phrases';
import { screenTextsOf } from '../../translation/screen';
import { cellIn, type Sentences, sentencesOf } from '../../translation/sentences';
import { saying } from './headings';
import { textWords } from './text-words';
import { translatedPage } from './translated-page';
import type { Words } from './words';

/**
 * The words of a language other than English, from its data. Throws an Error that lists what the page words lack.
 *
 * @param language the folder below `languages/`
 */
export function translatedWords(catalogue: Catalogue, language: string): Words {
  const { controls, texts, keywords } = catalogue;
  const page = translatedPage(catalogue.pages, language);
  const say = saying(page);
  const known = (english: string): string | undefined => {
    const own = textIn(controls, english);
    return own === undefined || own === english ? own : say('productLabel', { english, own });
  };
  const product = (english: string): string => known(english) ?? english;
  const screen = screenTextsOf(catalogue, known);
  const sentence = sentencesOf(catalogue, (quoted) => say('quoted', { text: product(quoted) }));
  const outline = outlineNames(texts);
  const prose = memoized((english) => {
    const plain = english.replace(/\s+/g, ' ');
    const known = textIn(texts, plain) ?? textIn(keywords, plain) ?? outline(plain);
    return known ?? textOf(sentence(plain)) ?? english;
  });
  const cell = (english: string): string => unlessKnown(cellIn(catalogue, english), english, product);
  const label = (english: string): string => unlessKnown(prose(english), english, product);
  const facts = (english: FactTexts) => factWordsOf({ ...english, ...catalogue.facts }, product);
  const step = (english: string) => {
    const parts = sentence(english);
    return parts && { parts, text: textOf(parts) ?? english };
  };
  const siteValue = (name: string, english: string): string => textIn(catalogue.siteValues, name) ?? english;
  return {
    ...page,
    ...textWords({ prose, label, screen: (english) => screen(english) ?? english, cell, step, siteValue, facts }),
  };
}

function unlessKnown(said: string, english: string, otherwise: (english: string) => string): string {
  return said === english ? otherwise(english) : said;
}

function memoized(say: (english: string) => string): (english: string) => string {
  const known = new Map<string, string>();
  return (english) => {
    const said = known.get(english) ?? say(english);
    known.set(english, said);
    return said;
  };
}

function textOf(parts: ReturnType<Sentences>): string | undefined {
  return parts?.map(({ text }) => text).join('');
}

/** Names of Scenario Outlines, whose placeholders have been filled in: `A key of <bits> bits`. */
function outlineNames(texts: Catalogue['texts']): (english: string) => string | undefined {
  const outlines = Object.entries(texts)
    .filter(([english]) => PLACEHOLDER.test(english))
    .map(([english, translated]) => ({
      pattern: new RegExp(`^${english.split(PLACEHOLDER).map(placeholderOrWords).join('')}$`),
      placeholders: english.match(new RegExp(PLACEHOLDER, 'g')) ?? [],
      translated,
    }));
  return (name) => {
    for (const { pattern, placeholders, translated } of outlines) {
      const found = pattern.exec(name);
      if (found)
        return placeholders.reduce(
          (text, place, index) => text.replaceAll(place, found[index + 1] ?? place),
          translated,
        );
    }
    return undefined;
  };
}

const PLACEHOLDER = /<[^<>]+>/;

function placeholderOrWords(words: string, index: number): string {
  return `${index === 0 ? '' : '(.*)'}${literally(words)}`;
}
