import type { Words } from '../../words/words';

/** Step arguments: a table of three columns and more begins with their names. */
export interface TableView {
  readonly head: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

/** A step with its table in one line, for lists. */
export function stepLabel(written: string, rows: readonly (readonly string[])[], words: Words): string {
  return labelOf(words.step(written)?.text ?? written, tableView(rows, words), words);
}

const MOST_IN_A_LABEL = 3;

/** The step in one line for lists: a text that leads to a table names the first column of the table. */
export function labelOf(text: string, table: TableView | null, { labels }: Words): string {
  const [words, rows] = [text.replace(/[:：]$/, ''), table?.rows ?? []];
  const names = [...new Set(rows.map(({ head }) => head))];
  if (names.length === 0 || rows[0]?.cells.length === 0) return words;
  const more = names.length > MOST_IN_A_LABEL ? ['…'] : [];
  return `${words}${labels.colon}${[...names.slice(0, MOST_IN_A_LABEL), ...more].join(labels.comma)}`;
}

const COLUMNS_WITH_NAMES = 3;

/** The arguments of a step as a table. */
export function tableView(rows: readonly (readonly string[])[], { cell }: Words): TableView | null {
  const [first] = rows;
  if (!first) return null;
  const named = first.length >= COLUMNS_WITH_NAMES && rows.length > 1;
  return {
    head: named ? first.map(cell) : [],
    rows: rows.slice(named ? 1 : 0).map(([head = '', ...cells]) => ({ head: cell(head), cells: cells.map(cell) })),
  };
}
