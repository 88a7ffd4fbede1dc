import type { SlipTable } from '../../evidence/slip-records';
import { SLIPS_PAGE } from '../../runbook/outline/page-files';
import { renderSlips } from '../../runbook/pages/render';
import { slipContext } from '../../runbook/views/slips/slip-context';
import { slipSheet } from '../../runbook/views/slips/slip-sheet';
import type { SlipRow } from '../../what-if/slip-table';
import type { Language } from '../input/page-languages';
import { templates } from '../input/shipped-files';
import { othersOf, wordsOf } from '../output/languages';
import type { OutputFile, OutputPlan } from '../output/output-folder';
import { slipCsv } from './slip-report';
import { SLIPS_FILE } from './slip-table-file';

const CSV_FILE = 'slips.csv';

/** What a folder of slips contains. */
export function slipsPlan(folder: string, languages: readonly Language[]): OutputPlan {
  return { folder, files: [SLIPS_FILE, CSV_FILE, ...languages.map(pagePath)], folders: [] };
}

/** The table as JSON and CSV, and its page in each language: the first in this folder, the others in folders beside it. */
export function slipFiles(
  table: SlipTable & { readonly slips: readonly SlipRow[] },
  languages: readonly Language[],
): readonly OutputFile[] {
  const editions = languages.map((language) => ({ language, words: wordsOf(language) }));
  return [
    [SLIPS_FILE, slipsText(table)],
    [CSV_FILE, slipCsv(table.slips)],
    ...editions.map(({ language, words }, index): OutputFile => {
      const sheet = slipSheet(slipContext(table, words));
      const others = othersOf(index, editions);
      return [
        pagePath(language, index),
        renderSlips(table.environment, sheet, templates(), { words, languages: others }),
      ];
    }),
  ];
}

/** The content of `slips.json`. */
export function slipsText(table: SlipTable): string {
  return `${JSON.stringify(table)}\n`;
}

function pagePath(language: Language, index: number): string {
  return `${index === 0 ? '' : `${language}/`}${SLIPS_PAGE}`;
}
