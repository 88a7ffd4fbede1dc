import { inDoubleQuotes, isInCommand } from '../../shell-quotes';
import type { RecordedStep } from './recorded-step';

/**
 * The step with each `{name}` in its text and arguments replaced by its value, if it is known. In a command of the
 * shell, the value is escaped for double quotes as in PowerShell.
 */
export function withValues(step: RecordedStep): Pick<RecordedStep, 'text' | 'parts' | 'table' | 'docString'> {
  if (Object.keys(step.values).length === 0) return step;
  const filled = (text: string): string =>
    text.replace(/\{(\w[^{}]*)\}/g, (braces, name: string, offset: number) => {
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
