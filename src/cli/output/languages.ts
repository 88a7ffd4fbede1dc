import { InvalidArgumentError } from 'commander';
import { catalogue } from '../../package/catalogue';
import type { Comparison } from '../../runbook/comparison/comparison';
import { comparisonMarkdown } from '../../runbook/pages/comparison-markdown';
import { type OtherLanguage, renderComparison, renderRunbook } from '../../runbook/pages/render';
import { translatedComparison } from '../../runbook/views/comparison/translated-comparison';
import { alsoFoundBy } from '../../runbook/views/index/index-entries';
import type { Runbook } from '../../runbook/views/runbook';
import { translatedRunbook } from '../../runbook/views/translated';
import { chinese } from '../../runbook/words/chinese/words-zh-tw';
import { english, type Words } from '../../runbook/words/english/words';
import { templates } from '../input/shipped-files';

/** The languages in which pages are written. */
const LANGUAGES = ['en', 'zh-TW'] as const;

export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, Words>> = { en: english, 'zh-TW': chinese };

/** Reads `en`, `zh-TW` or `en,zh-TW`: the languages of the option, each once. Throws Commander's error for another. */
export function languagesIn(value: string): readonly Language[] {
  const named = value.split(',').map((name) => name.trim());
  const languages = LANGUAGES.filter((language) => named.includes(language));
  const known: readonly string[] = LANGUAGES;
  if (named.every((name) => known.includes(name))) return named[0] === 'zh-TW' ? languages.reverse() : languages;
  throw new InvalidArgumentError(`pages are written in: ${LANGUAGES.join(', ')}.`);
}

/**
 * The runbook's files by path, in each language: the first where the runbook stands, the others in folders of their
 * own beside it. The pages of all have the same names and the same anchors, lead to one another, and find things by the
 * words of all.
 */
export function* runbookIn(
  languages: readonly Language[],
  runbook: Runbook,
  singleFile: boolean,
): Generator<readonly [path: string, html: string]> {
  const own = languages.map((language) => ({ language, runbook: inLanguage(language, runbook) }));
  for (const [index, { language, runbook: said }] of own.entries()) {
    const others = own.filter((other) => other.language !== language);
    const contents = others.reduce((found, other) => alsoFoundBy(found, other.runbook.contents), said.contents);
    const pages = renderRunbook({ ...said, contents }, templates(), {
      words: WORDS[language],
      languages: othersOf(language, languages),
      singleFile,
    });
    for (const [path, html] of pages) yield [index === 0 ? path : `${language}/${path}`, html];
  }
}

/** The files that show a comparison, by path, in each language: the first here, the others in folders of their own. */
export function comparisonIn(
  languages: readonly Language[],
  comparison: Comparison,
): readonly (readonly [path: string, text: string])[] {
  return languages.flatMap((language, index) => {
    const words = WORDS[language];
    const said = language === 'en' ? comparison : translatedComparison(comparison, catalogue(language));
    const folder = index === 0 ? '' : `${language}/`;
    return [
      [`${folder}diff.html`, renderComparison(said, templates(), { words, languages: othersOf(language, languages) })],
      [`${folder}diff.md`, comparisonMarkdown(said, words)],
    ] as const;
  });
}

/** The ways from the folder of one language to those of the others. */
function othersOf(language: Language, languages: readonly Language[]): readonly OtherLanguage[] {
  const [first] = languages;
  return languages
    .filter((other) => other !== language)
    .map((other) => linkTo(other, language === first ? other : '..'));
}

function inLanguage(language: Language, runbook: Runbook): Runbook {
  return language === 'en' ? runbook : translatedRunbook(runbook, catalogue(language));
}

function linkTo(language: Language, folder: string): OtherLanguage {
  return { language: WORDS[language].language, name: WORDS[language].name, folder };
}
