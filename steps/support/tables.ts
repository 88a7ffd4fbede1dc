import type { DataTable } from '@cucumber/cucumber';
import { FeatureError } from './feature-error';

/**
 * The rows of a table by column. All columns must be present and no others; a FeatureError lists the differences.
 * A table without rows is an error, too.
 */
export function rowsOf<const C extends string>(
  table: DataTable,
  columns: readonly C[],
): readonly Readonly<Record<C, string>>[] {
  const [header = [], ...rows] = table.raw();
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.some((known) => known === column));
  if (missing.length > 0 || unknown.length > 0) {
    const faults = [
      ...missing.map((c) => `the column "${c}" is missing`),
      ...unknown.map((c) => `the column "${c}" is unknown`),
    ];
    throw new FeatureError(`${faults.join('; ')}; the table has ${columns.map((c) => `"${c}"`).join(', ')}`);
  }
  if (rows.length === 0) throw new FeatureError('the table has only a header, so it says nothing; add rows');
  return rows.map((row) => {
    const cells = columns.map((column) => [column, row[header.indexOf(column)] ?? '']);
    const record: Readonly<Record<C, string>> = Object.fromEntries(cells);
    return record;
  });
}

/** The rows of a table with two columns and no header. Throws a FeatureError for another width. */
export function pairsOf(table: DataTable): readonly (readonly [string, string])[] {
  return table.raw().map((row) => {
    if (row.length === 2) return [row[0] ?? '', row[1] ?? ''];
    throw new FeatureError(
      `this table has two columns, a name and a value, and no header; found a row of ${row.length}: | ${row.join(' | ')} |`,
    );
  });
}
