import type { Left } from './recording/attachment-content';
import type { RecordedStep } from './recording/recorded-step';

/** The values by their names in braces, as the step found them in its environment. */
export function valuesOf({ records }: Left): Readonly<Record<string, string>> {
  const found = records.flatMap((record) => (record.kind === 'values' ? [record.values] : []));
  return Object.assign({}, ...found);
}

/** The step with each `{name}` in its text and arguments replaced by the value that it had when the step ran. */
export function withValues(step: RecordedStep): Pick<RecordedStep, 'text' | 'parts' | 'table' | 'docString'> {
  const values = valuesOf(step.left);
  const filled = (text: string): string =>
    text.replace(/\{([^{}]+)\}/g, (braces, name: string) => values[name] ?? braces);
  return {
    text: filled(step.text),
    parts: step.parts.map((part) => ({ ...part, text: filled(part.text) })),
    table: step.table.map((row) => row.map(filled)),
    docString: step.docString === null ? null : filled(step.docString),
  };
}
