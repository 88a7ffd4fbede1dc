import type { Violation } from './checker';
import type { ActionAttempt } from './explored-system';
import { sentencesOf } from './step';

/** The content of a scenario that shows a broken law. */
export interface ScenarioContent {
  /** the Given steps of its setting */
  readonly given: readonly string[];
  readonly steps: readonly { readonly attempts: readonly ActionAttempt[] }[];
  readonly violation: Violation;
  /** lines of the description, for example how it was found */
  readonly notes: readonly string[];
}

/** A broken law as a feature with one scenario, which the step definitions of the project replay. */
export function scenarioOf({ given, steps, violation, notes }: ScenarioContent): string {
  const done = steps.flatMap(({ attempts }) => attempts.flatMap(sentencesOf));
  const lines = withAnd([...given, ...done, ...violation.claim]);
  return [
    'Feature: A law that does not hold',
    `  Found: ${violation.detail.replace(/\s+/g, ' ')}`,
    ...notes.map((note) => `  ${note}`),
    '',
    `  Scenario: ${violation.law.replace(/^./, (letter) => letter.toUpperCase())}`,
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** Replaces a repeated keyword by And, and indents the rows of a table below their step. */
function withAnd(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const [keyword = ''] = line.split(' ');
    if (keyword === '|') return `  ${line}`;
    return lines[index - 1]?.startsWith(`${keyword} `) ? line.replace(keyword, 'And') : line;
  });
}
