import { CHANGES, type LedgerChange, type LedgerRow, type SentenceChange } from '../../documents/ledger-changes';
import { plainText } from '../../documents/sentence';
import type { CitingElement } from '../../execution/citations/citing-steps';
import type { Paint, Tone } from '../terminal/paint';

/** The ledger of a document, and its differences from the earlier one. */
export interface DocumentReport {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly rows: readonly LedgerRow[];
  /** whether there was no ledger before; then nothing counts as changed */
  readonly isNew: boolean;
  readonly changes: readonly SentenceChange[];
  /** what cites the sentences of the changes */
  readonly citing: readonly CitingElement[];
  /** the texts of its files by their paths */
  readonly written: readonly (readonly [path: string, text: string])[];
}

const TONES: Readonly<Record<LedgerChange, Tone>> = { moved: 'good', changed: 'bad', came: 'attention', gone: 'bad' };

/** Whether steps may not do what the document says: a sentence has another text, is new, or is gone. */
export function needsAttention({ changes }: DocumentReport): boolean {
  return changes.some(({ change }) => change !== 'moved');
}

/** What the terminal shows: each document with its changes; all sentences if the ledger is new, or asked for. */
export function sourceText(
  reports: readonly DocumentReport[],
  { list, check }: { readonly list: boolean; readonly check: boolean },
  paint: Paint,
): string {
  const parts = reports.flatMap((report) => [
    `${report.folder}: ${report.rows.length} sentences of "${report.title}"; ${stateOf(report)}\n`,
    ...(list || report.isNew ? report.rows.map((row) => `  ${row.id}  ${placeOf(row)}${excerpt(row.text)}\n`) : []),
    ...report.changes.flatMap((change) => changeLines(change, report.citing, paint)),
  ]);
  const next = check && reports.some(({ changes }) => changes.length > 0) ? 'nothing was written: --check\n' : '';
  return `${parts.join('')}${next}`;
}

function stateOf({ isNew, changes }: DocumentReport): string {
  if (isNew) return 'a new ledger; cite its ids in features: # source: ID';
  const counts = CHANGES.map((one) => [one, changes.filter(({ change }) => change === one).length] as const);
  const some = counts.filter(([, count]) => count > 0).map(([change, count]) => `${count} ${change}`);
  return some.join(', ') || 'unchanged';
}

function changeLines({ change, row, endedWaiver }: SentenceChange, citing: readonly CitingElement[], paint: Paint) {
  const steps = citing.filter(({ id }) => id === row.id);
  return [
    `  ${paint(TONES[change], change.padEnd('changed'.length))}  ${row.id}  ${placeOf(row)}${excerpt(row.text)}\n`,
    ...steps.map(({ feature, line, text }) => `           ${feature}:${line}: ${text}\n`),
    ...(endedWaiver === undefined ? [] : [`           no longer waived: ${endedWaiver}\n`]),
  ];
}

function placeOf({ section, step }: LedgerRow): string {
  return `${section}${step === '' ? '' : ` ${step}`}: `;
}

/** The beginning of a sentence; a dash for a deleted one whose text no ledger has. */
function excerpt(text: string): string {
  const plain = plainText(text);
  const letters = [...plain];
  return plain === '' ? '–' : letters.length > 70 ? `${letters.slice(0, 70).join('')}…` : plain;
}

/** The object of `--json`. */
export function sourceJson(reports: readonly DocumentReport[]): object {
  return {
    documents: reports.map(({ name, folder, title, rows, isNew, changes, citing }) => ({
      ...{ name, folder, title, new: isNew },
      sentences: rows.map(rowJson),
      changes: changes.map(({ change, row, endedWaiver }) => ({
        change,
        ...rowJson(row),
        ...(endedWaiver === undefined ? {} : { endedWaiver }),
        steps: citing.filter(({ id }) => id === row.id).map(({ feature, line, text }) => ({ feature, line, text })),
      })),
    })),
  };
}

function rowJson({ id, section, step, kind, sha256, text, waiver }: LedgerRow): object {
  return { id, section, step, kind, sha256, text, ...(waiver === undefined ? {} : { waiver }) };
}
