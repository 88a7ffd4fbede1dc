import widthOf from 'string-width';
import type { DocumentFinding } from '../../runbook/views/document/document-findings';
import type { Findings } from '../../runbook/views/findings/findings';
import { findingFacts } from '../../runbook/views/findings/findings-views';
import { findingsInWords } from '../../runbook/words/headings';
import { english } from '../../runbook/words/words';
import type { Paint } from '../terminal/paint';
import { harmless } from './harmless';

/** How a terminal shows findings. */
export interface FindingsReport {
  readonly paint: Paint;
  /** whether to list the findings about the document, too; they are the same after each run */
  readonly all: boolean;
}

/** The tones of findings in the terminal, by severity. */
export const TONES = { error: 'bad', warning: 'attention' } as const;

/** The terminal text about findings: their number, a line for each about the deployment, and where the others are. */
export function findingsReport(findings: Findings, { paint, all }: FindingsReport): string {
  const deployment = findings.deployment.map(({ severity, code, server, pool, detail }) => [
    severity === 'info' ? severity : paint(TONES[severity], severity),
    ...[code, server || pool, detail].map(harmless),
  ]);
  const executed = findings.document.filter(({ state }) => state !== 'not-run');
  const document = executed.map((one) =>
    [one.sources.map(({ id }) => id).join(' '), `${one.rule}${doubt(one)}`].map(harmless),
  );
  const lines = [...aligned(deployment), ...(all ? aligned(document) : [])].map((line) => `  ${line}\n`);
  const more =
    all || executed.length === 0 ? '' : '  those about the document: document.html, or the option --findings\n';
  return `findings   ${findingsInWords(findingFacts(findings), english)}\n${lines.join('')}${more}`;
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
  const columns = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ''))));
  return rows.map((row) =>
    row
      .map((text, index) => {
        const missing = index === row.length - 1 ? 0 : (columns[index] ?? 0) - widthOf(text);
        return `${text}${' '.repeat(missing)}`;
      })
      .join('  '),
  );
}
