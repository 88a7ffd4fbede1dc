import type { Comparison } from '../../runbook/comparison/comparison';
import { comparisonMarkdown } from '../../runbook/pages/comparison-markdown';
import { renderComparison } from '../../runbook/pages/render';
import { comparisonView } from '../../runbook/views/comparison/comparison-view';
import type { Language } from '../input/page-languages';
import { templates } from '../input/shipped-files';
import { othersOf, wordsOf } from './languages';

/** The files of a comparison by path, in each language: the first in this folder, the others in separate folders. */
export function comparisonIn(
  languages: readonly Language[],
  comparison: Comparison,
): readonly (readonly [path: string, text: string])[] {
  const editions = languages.map((language) => ({ language, words: wordsOf(language) }));
  return editions.flatMap(({ language, words }, index) => {
    const view = comparisonView(comparison, words);
    const folder = index === 0 ? '' : `${language}/`;
    return [
      [`${folder}diff.html`, renderComparison(view, templates(), { words, languages: othersOf(index, editions) })],
      [`${folder}diff.md`, comparisonMarkdown(view, words)],
    ] as const;
  });
}
