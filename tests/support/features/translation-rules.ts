import { slotsIn } from '../../../src/fact';
import type { Catalogue, Texts } from '../../../src/translation/catalogue';
import { parametersOf } from '../../../src/translation/sentences';
import type { Sources } from './translation-sources';

/** Terms that must be used, and terms that must not be used. */
export interface Glossary {
  readonly required: readonly { readonly en: string; readonly zh: string }[];
  /** `unless`: a regular expression for longer terms that may contain the forbidden one */
  readonly forbidden: readonly { readonly zh: string; readonly use: string; readonly unless?: string }[];
}

type TranslationRule = (catalogue: Catalogue, sources: Sources, glossary: Glossary) => readonly string[];

/** What every translation has to keep; each gives what is wrong, in words. */
export const TRANSLATION_RULES: Readonly<Record<string, TranslationRule>> = {
  'every sentence and every text is translated': missing,
  'nothing is translated that is not there any more': orphaned,
  'parameters, placeholders, numbers and codes are kept': lost,
  'the terms are those of the glossary': wrongTerms,
  'punctuation beside Chinese characters is full-width': halfWidth,
  'Chinese characters and Latin letters stand apart': touching,
};

function missing(catalogue: Catalogue, { sentences, texts, facts }: Sources): readonly string[] {
  return [
    ...sentences.filter(without(catalogue.sentences)),
    ...texts.filter(without(catalogue.texts)),
    ...Object.keys(facts).filter(without(catalogue.facts)),
  ];
}

function without(translated: Texts): (text: string) => boolean {
  return (text) => !Object.hasOwn(translated, text) || translated[text]?.trim() === '';
}

function orphaned(catalogue: Catalogue, { sentences, texts, facts, cells, quoted }: Sources): readonly string[] {
  const not = (known: readonly string[]) => (text: string) => !known.includes(text);
  return [
    ...Object.keys(catalogue.sentences).filter(not(sentences)),
    ...Object.keys(catalogue.texts).filter(not(texts)),
    ...Object.keys(catalogue.facts).filter((code) => !Object.hasOwn(facts, code)),
    ...Object.keys(catalogue.cells).filter((cell) => !cells.includes(cell) && !quoted.includes(cell)),
    ...Object.keys(catalogue.controls).filter((label) => !quoted.includes(label)),
    ...Object.keys(catalogue.screen).filter((text) => !wordsAroundSlots(text).every((words) => quoted.includes(words))),
  ];
}

/** The words of a text without its slots, as the sources contain them; quotes may be escaped there. */
function wordsAroundSlots(text: string): readonly string[] {
  return text.split(/\{\w+\}|"/).filter((words) => /\w/.test(words));
}

/** Numbers of two digits and more, names in capitals, file extensions, commands, outline placeholders. */
const FACTS = /<[^<>]+>|0x[0-9A-F]+|\d{2,}|\b[A-Z]+(?:_[A-Z0-9]+)+|\.(?:p7b|pfx|cer)\b|\b[A-Z][a-z]+-Cs\w+|https?\b/g;

function lost({ sentences, screen, texts, facts }: Catalogue, sources: Sources): readonly string[] {
  const stated = statedPairs(facts, sources);
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return [
    ...Object.entries(screen).filter(([en, zh]) => !same(slotsIn(en), slotsIn(zh))),
    ...Object.entries(sentences).filter(([en, zh]) => !same(parametersOf(en), parametersOf(zh))),
    ...stated.filter(([en, zh]) => !same(slotsIn(en), slotsIn(zh))),
    ...[...Object.entries(texts), ...stated].filter(([en, zh]) => !same(en.match(FACTS) ?? [], zh.match(FACTS) ?? [])),
  ].map(([en, zh]) => `${en} → ${zh}`);
}

function wrongTerms(catalogue: Catalogue, sources: Sources, { required, forbidden }: Glossary): readonly string[] {
  const missed = pairsOf(catalogue, sources).flatMap(([en, zh]) =>
    required
      .filter(
        (term) =>
          new RegExp(`\\b${term.en}(?:s|es)?\\b`, 'i').test(en.replace(/\{\w+\}/g, '')) && !zh.includes(term.zh),
      )
      .map((term) => `${zh}: "${term.en}" is "${term.zh}"`),
  );
  const used = pairsOf(catalogue, sources).flatMap(([, zh]) =>
    forbidden
      .filter((term) => (term.unless ? zh.replace(new RegExp(term.unless, 'g'), '') : zh).includes(term.zh))
      .map((term) => `${zh}: not "${term.zh}" but "${term.use}"`),
  );
  return [...missed, ...used];
}

function halfWidth(catalogue: Catalogue, sources: Sources): readonly string[] {
  return pairsOf(catalogue, sources).flatMap(([, zh]) =>
    /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|\p{Script=Han}\.(?!\w)/u.test(zh) ? [zh] : [],
  );
}

function touching(catalogue: Catalogue, sources: Sources): readonly string[] {
  return pairsOf(catalogue, sources).flatMap(([, zh]) =>
    /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(zh) ? [zh] : [],
  );
}

/** Our own texts with what they translate; the products' labels are as the products have them. */
function pairsOf(
  { sentences, phrases, cells, facts, texts }: Catalogue,
  sources: Sources,
): readonly (readonly [en: string, zh: string])[] {
  const others = [sentences, ...Object.values(phrases), cells, texts].flatMap((some) => Object.entries(some));
  return [...others, ...statedPairs(facts, sources)];
}

/** What a run states, in both languages. */
function statedPairs(facts: Texts, sources: Sources): readonly (readonly [en: string, zh: string])[] {
  return Object.entries(facts).map(([code, zh]) => [sources.facts[code] ?? '', zh]);
}
