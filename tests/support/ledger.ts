import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree';

export interface Sentence {
  readonly line: number;
  readonly id: string;
  readonly columns: number;
  readonly sha256: string;
  readonly waiver: string;
}

/** The sentences of the source document, as source/ledger.tsv lists them. */
export function ledger(): Sentence[] {
  const text = readFileSync(join(ROOT, 'source', 'ledger.tsv'), 'utf8').replace(/\n$/, '');
  const lines = text.split('\n').slice(1);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const [id = '', , , , sha256 = '', waiver = ''] = cells;
    return { line: index + 2, id, columns: cells.length, sha256, waiver };
  });
}
