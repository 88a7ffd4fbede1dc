import { inDoubleQuotes, isInCommand } from '../../shell-quotes';
import type { RecordedStep } from '../reading/steps';

/**
 * The step with each `{name}` in its text and arguments replaced by the value that it has, where one is known; in a
 * command of the Management Shell, where it stands in double quotes, as PowerShell has it there.
 */
export function withValues(step: RecordedStep): Pick<RecordedStep, 'text' | 'parts' | 'table' | 'docString'> {
  if (Object.keys(step.values).length === 0) return step;
  const filled = (text: string): string =>
    text.replace(/\{([^{}]+)\}/g, (braces, name: string, offset: number) => {
      const value = Object.hasOwn(step.values, name) ? (step.values[name] ?? '') : braces;
      return isInCommand(text, offset) ? inDoubleQuotes(value) : value;
    });
  return {
    text: filled(step.text),
    parts: step.parts.map((part) => ({ ...part, text: filled(part.text) })),
    table: step.table.map((row) => row.map(filled)),
    docString: step.docString === null ? null : filled(step.docString),
  };
}
