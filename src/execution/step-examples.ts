import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, type PickleStep } from '@cucumber/messages';
import { linesById } from '../gherkin/lines-by-id';

/** A step of a feature: its text, then its table or doc string; and its place. */
interface WrittenExample {
  readonly lines: readonly string[];
  readonly feature: string;
  readonly line: number;
}

/** The steps of a feature, with the values of outlines, except those of waived scenarios. */
export function stepsOfFeature(feature: string, text: string): readonly WrittenExample[] {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  const lines = linesById(document);
  const pickles = compile(document, feature, newId).filter(({ tags }) => !tags.some(({ name }) => name === '@waived'));
  return pickles.flatMap(({ steps }: Pickle) =>
    steps.map((step) => ({ lines: written(step), feature, line: lines.get(step.astNodeIds[0] ?? '') ?? 1 })),
  );
}

function written({ text, argument }: PickleStep): readonly string[] {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => escaped(value))) ?? [];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
  const content = argument?.docString?.content;
  return [text, ...table, ...(content === undefined ? [] : ['"""', ...content.split('\n'), '"""'])];
}

function escaped(cell: string): string {
  return cell.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n');
}
