import { catalogue } from '../../package/catalogue';
import type { RunbookOutline } from '../../runbook/outline/outline';
import { type OtherLanguage, renderRunbook } from '../../runbook/pages/render';
import { alsoFoundBy } from '../../runbook/views/index/index-entries';
import { runbookIn } from '../../runbook/views/runbook-views';
import { translatedWords } from '../../runbook/words/translated-words';
import { english, type Words } from '../../runbook/words/words';
import { ENGLISH, type Language } from '../input/page-languages';
import { templates } from '../input/shipped-files';

/** The words of a language. Throws an Error that lists missing data. */
export function wordsOf(language: Language): Words {
  return language === ENGLISH ? english : translatedWords(catalogue(language), language);
}

/**
 * The files of the runbook by path, in each language. The first language is in the folder of the runbook, the others
 * are in folders beside it. The pages of all languages have the same names and anchors, link to each other, and are
 * found by the words of all.
 */
export function* runbookPages(
  languages: readonly Language[],
  outline: RunbookOutline,
  singleFile: boolean,
): Generator<readonly [path: string, html: string]> {
  const original = runbookIn(english, outline);
  const editions = languages.map((language) => {
    const words = wordsOf(language);
    return { language, words, runbook: language === ENGLISH ? original : runbookIn(words, outline, original) };
  });
  for (const [index, { language, words, runbook }] of editions.entries()) {
    const others = editions.filter((other) => other.language !== language);
    const contents = others.reduce((found, other) => alsoFoundBy(found, other.runbook.contents), runbook.contents);
    const pages = renderRunbook({ ...runbook, contents }, templates(), {
      words,
      languages: othersOf(index, editions),
      singleFile,
    });
    for (const [path, html] of pages) yield [index === 0 ? path : `${language}/${path}`, html];
  }
}

type Editions = readonly { readonly language: Language; readonly words: Words }[];

/** The paths from the folder of one language to those of the others. */
export function othersOf(index: number, editions: Editions): readonly OtherLanguage[] {
  return editions.flatMap(({ language, words }, other) => {
    if (other === index) return [];
    return [
      {
        language: words.language,
        name: words.name,
        folder: index === 0 ? language : other === 0 ? '..' : `../${language}`,
      },
    ];
  });
}
