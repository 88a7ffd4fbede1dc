import { InvalidArgumentError } from 'commander';
import { renderRunbook } from '../runbook/render';
import type { Runbook } from '../runbook/runbook';
import { translatedRunbook } from '../runbook/translated';
import { english, type Words } from '../runbook/words';
import { chinese } from '../runbook/words-zh-tw';
import { catalogue, templates } from './package-folder';

/** The languages in which the runbook is written. */
export const LANGUAGES = ['en', 'zh-TW'] as const;

export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, Words>> = { en: english, 'zh-TW': chinese };

/** Reads `en`, `zh-TW` or `en,zh-TW`: the languages of the option, each once. Throws Commander's error for another. */
export function languagesIn(value: string): readonly Language[] {
  const named = value.split(',').map((name) => name.trim());
  const languages = LANGUAGES.filter((language) => named.includes(language));
  const known: readonly string[] = LANGUAGES;
  if (named.every((name) => known.includes(name))) return named[0] === 'zh-TW' ? languages.reverse() : languages;
  throw new InvalidArgumentError(`the runbook is written in: ${LANGUAGES.join(', ')}.`);
}

/**
 * The runbook's files by path, in each language: the first where the runbook stands, the others in folders of their
 * own beside it. The pages of all have the same names and the same anchors, and lead to one another.
 */
export function runbookIn(
  languages: readonly Language[],
  runbook: Runbook,
  singleFile: boolean,
): ReadonlyMap<string, string> {
  const files = languages.flatMap((language, index) => {
    const own = language === 'en' ? runbook : translatedRunbook(runbook, catalogue(language));
    const others = languages
      .filter((other) => other !== language)
      .map((other) => ({
        language: WORDS[other].language,
        name: WORDS[other].name,
        folder: index === 0 ? other : '..',
      }));
    const pages = renderRunbook(own, templates(), { words: WORDS[language], languages: others, singleFile });
    return [...pages].map(([path, html]) => [index === 0 ? path : `${language}/${path}`, html] as const);
  });
  return new Map(files);
}
