import type { PickleStepArgument } from '@cucumber/messages';

/** What a step takes below its sentence. A definition states it in its options, so that features can be checked first. */
export type StepArgument =
  | { readonly kind: 'table'; readonly columns: readonly string[] }
  | { readonly kind: 'pairs' | 'list' | 'text' };

/** What is wrong with the table or doc string of a step, and what the step takes; undefined if nothing is wrong. */
export function argumentError(takes: StepArgument | undefined, given: PickleStepArgument | undefined) {
  if (!takes) return given ? `this step takes no table and no doc string; remove the ${kindOf(given)}` : undefined;
  if (!given) return `${inWords(takes)}; add it below the step`;
  const rows = given.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  if ((takes.kind === 'text') === (rows !== undefined)) return `${inWords(takes)}; found a ${kindOf(given)}`;
  return rows && tableError(takes, rows);
}

/** What is wrong with the cells of a table; undefined if nothing is wrong. */
export function tableError(takes: StepArgument, rows: readonly (readonly string[])[]): string | undefined {
  const [header = []] = rows;
  if (takes.kind === 'table') return columnError(takes.columns, header, rows.length);
  const width = takes.kind === 'pairs' ? 2 : 1;
  if (header.length === width) return undefined;
  return `${inWords(takes)}; found a row of ${header.length}: | ${header.join(' | ')} |`;
}

function columnError(columns: readonly string[], header: readonly string[], rows: number): string | undefined {
  const faults = [
    ...columns.filter((column) => !header.includes(column)).map((column) => `the column "${column}" is missing`),
    ...header.filter((column) => !columns.includes(column)).map((column) => `the column "${column}" is unknown`),
    ...header
      .filter((column, at) => header.indexOf(column) < at)
      .map((column) => `the column "${column}" occurs twice`),
  ];
  if (faults.length > 0) return `${faults.join('; ')}; ${inWords({ kind: 'table', columns })}`;
  return rows > 1 ? undefined : 'the table has only a header, so it says nothing; add rows';
}

function inWords(takes: StepArgument): string {
  return `this step takes ${argumentInWords(takes)}`;
}

/** What a step takes below its sentence, in words: `a table with …`. */
export function argumentInWords(takes: StepArgument): string {
  switch (takes.kind) {
    case 'table':
      return `a table with the columns ${takes.columns.map((column) => `"${column}"`).join(', ')}`;
    case 'pairs':
      return 'a table with two columns, a name and a value, and no header';
    case 'list':
      return 'a table with one column and no header';
    case 'text':
      return 'a doc string: text between two lines of """';
  }
}

function kindOf({ docString }: PickleStepArgument): string {
  return docString ? 'doc string' : 'table';
}
