import type { DocumentFinding } from '../../runbook/views/document/document-findings';
import type { Findings } from '../../runbook/views/findings/findings';
import { findingFacts } from '../../runbook/views/findings/findings-views';
import { findingsInWords } from '../../runbook/words/headings';
import { english } from '../../runbook/words/words';

/**
 * The terminal text about findings: their number, a line for each finding, and a line for each defect of the document.
 * Lines are cut to the width, if given.
 */
export function findingsReport(findings: Findings, width = Number.POSITIVE_INFINITY): string {
  const deployment = findings.deployment.map(({ severity, code, server, pool, detail }) => [
    severity,
    code,
    server || pool,
    detail,
  ]);
  const document = findings.document
    .filter(({ state }) => state !== 'not-run')
    .map((one) => [one.sources.map(({ id }) => id).join(' '), `${one.rule}${doubt(one)}`]);
  const lines = [...aligned(deployment), ...aligned(document)].map((line) => `${cut(`  ${line}`, width)}\n`);
  return `findings   ${findingsInWords(findingFacts(findings), english)}\n${lines.join('')}`;
}

/** The findings as the objects of `--json`. */
export function findingsJson({ deployment, document }: Findings): readonly object[] {
  return [
    ...deployment.map(({ code, severity, pool, server, detail, remedy, source }) => {
      const where = server === '' ? { pool } : { pool, server };
      return { scope: 'deployment', code, severity, ...where, detail, remedy, source };
    }),
    ...document.map(({ state, rule, name, sources }) => ({
      scope: 'document',
      code: 'document-defect',
      severity: 'warning',
      state,
      detail: rule,
      scenario: name,
      source: sources.map(({ id }) => id),
    })),
  ];
}

function doubt({ state }: DocumentFinding): string {
  return state === 'confirmed' ? '' : ` (${english.states[state].toLowerCase()})`;
}

/** The rows as lines, with aligned columns. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const harmless = rows.map((row) => row.map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')));
  const columns = (harmless[0] ?? []).map((_, index) => Math.max(...harmless.map((row) => widthOf(row[index] ?? ''))));
  return harmless.map((row) =>
    row
      .map((text, index) => {
        const missing = index === row.length - 1 ? 0 : (columns[index] ?? 0) - widthOf(text);
        return `${text}${' '.repeat(missing)}`;
      })
      .join('  '),
  );
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const characters = [...line];
  while (characters.length > 0 && widthOf(characters.join('')) > width - 1) characters.pop();
  return `${characters.join('')}…`;
}

const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The number of columns that a terminal uses for the text. A Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (TWO_COLUMNS.test(character) ? 2 : 1), 0);
}
