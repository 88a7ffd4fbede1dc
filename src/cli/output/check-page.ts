import { findingCodesRecord } from '../../evidence/finding-codes-record';
import type { FactTexts } from '../../fact';
import { renderCheck } from '../../runbook/pages/render';
import { checkView, type ServerCheck } from '../../runbook/views/check/check-view';
import type { CodePages } from '../../world/product-findings';
import type { Language } from '../input/page-languages';
import { templates } from '../input/shipped-files';
import { othersOf, wordsOf } from './languages';
import type { OutputFile } from './output-folder';
import type { CheckedPool } from './pool-findings-text';

/** What the page says besides the result of the check. */
export interface CheckPageContext extends Pick<ServerCheck, 'environment' | 'at'> {
  readonly pages: CodePages;
  readonly texts: FactTexts;
}

/** The page of a check in each language: the first in this folder, the others in separate folders. */
export function checkPages(
  languages: readonly Language[],
  checked: CheckedPool,
  context: CheckPageContext,
): readonly OutputFile[] {
  const editions = languages.map((language) => ({ language, words: wordsOf(language) }));
  const check = serverCheck(checked, context);
  return editions.map(({ language, words }, index) => [
    `${index === 0 ? '' : `${language}/`}index.html`,
    renderCheck(checkView(check, words), templates(), { words, languages: othersOf(index, editions) }),
  ]);
}

function serverCheck(checked: CheckedPool, { pages, ...context }: CheckPageContext): ServerCheck {
  const { findings, unknown, unseen, replication, read, ignored } = checked;
  return {
    ...context,
    findings,
    open: unknown.map(({ isOpen: _, server = '', ...one }) => ({ ...one, server })),
    unchecked: unseen,
    outdated: replication
      .filter(({ upToDate }) => !upToDate)
      .map(({ replica, lastStatusReport }) => ({ replica, lastReport: lastStatusReport ?? '' })),
    read,
    ignored,
    codes: findingCodesRecord(pages).codes,
  };
}
