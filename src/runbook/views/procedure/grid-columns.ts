import { saying } from '../../words/headings';
import type { Words } from '../../words/words';
import type { GridCell } from './grid-cell';

/** The cells of one row of the grid in one column. */
export interface GridColumn extends Omit<GridCell, 'machine'> {
  /** the machine, or the first and the last of the machines that share the column */
  readonly name: string;
  /** one for each machine; all have the same state */
  readonly cells: readonly GridCell[];
  readonly shared: boolean;
}

/** Fewer adjacent machines with equal results have one column each. */
const FEWEST_SHARING = 5;

/**
 * The rows of a grid in columns. Adjacent machines share a column where they have the same result in every row, so that
 * the grid of a large pool can be read.
 */
export function columnsOf(rows: readonly (readonly GridCell[])[], words: Words): readonly (readonly GridColumn[])[] {
  const spans = spansOf(rows);
  return rows.map((row) =>
    spans.flatMap(([from, to]) => {
      const cells = row.slice(from, to);
      return cells.length < FEWEST_SHARING
        ? cells.map((cell) => columnOf([cell], cell.machine))
        : [columnOf(cells, rangeOf(cells, words))];
    }),
  );
}

/** The machines with equal results in every row: the index of the first, and the one after the last. */
function spansOf(rows: readonly (readonly GridCell[])[]): readonly (readonly [from: number, to: number])[] {
  const machines = rows[0]?.length ?? 0;
  const isFirst = (at: number) => at === 0 || rows.some((row) => row[at]?.state !== row[at - 1]?.state);
  const firsts = Array.from({ length: machines }, (_, at) => at).filter(isFirst);
  return firsts.map((from, number) => [from, firsts[number + 1] ?? machines]);
}

function columnOf(cells: readonly GridCell[], name: string): GridColumn {
  const [first] = cells;
  return { name, cells, state: first?.state ?? '', box: first?.box ?? false, shared: cells.length > 1 };
}

function rangeOf(cells: readonly GridCell[], words: Words): string {
  const [first, last] = [cells[0]?.machine ?? '', cells.at(-1)?.machine ?? ''];
  return saying(words)('serverRange', { first, last, count: cells.length });
}
