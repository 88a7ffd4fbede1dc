import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';
import { filesBelow } from './source-tree';

export interface Sentence {
  readonly line: number;
  readonly id: string;
  readonly columns: number;
  readonly sha256: string;
  readonly waiver: string;
}

/** One known failure of the procedure on real servers. */
export interface Failure {
  readonly line: number;
  readonly id: string;
  readonly symptom: string;
  readonly cause: string;
  readonly fix: string;
  readonly source: string;
  /** the reason why no example shows it; empty if an example must show it */
  readonly scope: string;
}

/** The ids that comments of features may cite. */
export interface Ledgers {
  readonly sentences: readonly Sentence[];
  readonly failures: readonly Failure[];
}

/** One line of a table in source/, including the header. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The sentences of the source documents, as each ledger.tsv in source/ lists them. */
export function ledger(): Sentence[] {
  return bodyOf('ledger.tsv').map(({ line, cells }) => {
    const [id = '', , , , sha256 = '', waiver = ''] = cells;
    return { line, id, columns: cells.length, sha256, waiver };
  });
}

/** The known failures, as each failures.tsv in source/ lists them. */
export function failures(): Failure[] {
  return bodyOf('failures.tsv').map(({ line, cells }) => {
    const [id = '', symptom = '', cause = '', fix = '', source = '', scope = ''] = cells;
    return { line, id, symptom, cause, fix, source, scope };
  });
}

/** Every line of a table of that name, in the folder of each source document. */
export function tableRows(name: string): TableRow[] {
  return filesBelow(['source'], `/${name}`).flatMap((path) => {
    const lines = readFileSync(join(ROOT, path), 'utf8').replace(/\n$/, '').split('\n');
    return lines.map((line, index) => ({ line: index + 1, cells: line.split('\t') }));
  });
}

function bodyOf(name: string): TableRow[] {
  return tableRows(name).filter(({ line }) => line > 1);
}
