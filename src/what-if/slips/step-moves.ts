import type { PickleStep } from '@cucumber/messages';

/** One line of a step about a window. The value may contain names in braces. */
export interface WrittenMove {
  readonly page: string;
  readonly control: string;
  readonly value: string;
}

/** The moves of a step in a window; none if it is another kind of step. */
export function movesOf({ text, argument }: PickleStep): readonly WrittenMove[] {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
  const [, page = '', control] = /^on "(.*?)" the operator (?:uses "(.*)"|fills in:)$/.exec(text) ?? [];
  if (control !== undefined) return [{ page, control, value: 'pressed' }];
  if (page !== '') return rows.map(([label = '', value = '']) => ({ page, control: label, value }));
  if (text !== 'the operator goes through:') return [];
  return rows.slice(1).map(([on = '', label = '', value = '']) => ({ page: on, control: label, value }));
}

/** A step with these moves. */
export function stepWith(moves: readonly WrittenMove[], step: PickleStep): PickleStep {
  const rows = [['page', 'control', 'value'], ...moves.map(({ page, control, value }) => [page, control, value])];
  const dataTable = { rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })) };
  return { ...step, text: 'the operator goes through:', argument: { dataTable } };
}
