import type { DataTable } from '@cucumber/cucumber';
import { type StepArgument, tableError } from '../../src/gherkin/step-arguments';
import { FeatureError } from './feature-error';

/** The options of a step definition that state what it takes below its sentence. */
export interface ArgumentOptions {
  readonly wrapperOptions: { readonly argument: StepArgument };
}

/**
 * The options of a step after which the scenario may have other servers than those of the environment, or is skipped
 * where a server is missing. The names of servers in such a scenario are not checked before it is executed.
 */
export const OTHER_SERVERS = { wrapperOptions: { otherServers: true } } as const;

/** The options of a step that takes a doc string. */
export const TEXT = optionsFor({ kind: 'text' });

/** The options of a step that takes a table with two columns, a name and a value, and no header. */
export const PAIRS = optionsFor({ kind: 'pairs' });

/** The options of a step that takes a table with one column and no header. */
export const LIST = optionsFor({ kind: 'list' });

/** The options of a step that takes a table with these columns, and a reader of its rows. */
export interface TableOptions<C extends string> extends ArgumentOptions {
  /** The rows by column. Throws a FeatureError for missing and unknown columns, and for a table without rows. */
  readonly rowsOf: (table: DataTable) => readonly Readonly<Record<C, string>>[];
}

/** A table with a header: all of these columns in any order, and no others. */
export function tableOf<const C extends string>(...columns: readonly C[]): TableOptions<C> {
  const argument = { kind: 'table', columns } as const;
  return { ...optionsFor(argument), rowsOf: (table) => rowsOf(checked(argument, table), columns) };
}

/** The rows of a table of PAIRS. Throws a FeatureError for another width. */
export function pairsOf(table: DataTable): readonly (readonly [string, string])[] {
  return checked({ kind: 'pairs' }, table).map(([name = '', value = '']) => [name, value]);
}

/** The cells of a table of a LIST. Throws a FeatureError for another width. */
export function listOf(table: DataTable): readonly string[] {
  return checked({ kind: 'list' }, table).map(([cell = '']) => cell);
}

function optionsFor(argument: StepArgument): ArgumentOptions {
  return { wrapperOptions: { argument } };
}

function checked(takes: StepArgument, table: DataTable): readonly (readonly string[])[] {
  const error = tableError(takes, table.raw());
  if (error !== undefined) throw new FeatureError(error);
  return table.raw();
}

function rowsOf<C extends string>([header = [], ...rows]: readonly (readonly string[])[], columns: readonly C[]) {
  return rows.map((row) => {
    const cells = columns.map((column) => [column, row[header.indexOf(column)] ?? '']);
    const record: Readonly<Record<C, string>> = Object.fromEntries(cells);
    return record;
  });
}
