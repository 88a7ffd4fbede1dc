import type { Violation } from './remembered';
import type { Setting } from './setting';
import { beginning } from './starting-point';
import { type Step, sentencesOf } from './step';

/** What a scenario tells. */
export interface Told {
  readonly setting: Setting;
  readonly steps: readonly Step[];
  readonly violation: Violation;
  /** lines that say where it comes from */
  readonly notes: readonly string[];
}

/** A broken law as a feature with one scenario, which the step definitions of the project replay. */
export function scenarioOf({ setting, steps, violation, notes }: Told): string {
  const done = steps.flatMap(({ tried }) => tried.flatMap(sentencesOf));
  const lines = joined([...beginning(setting), ...done, ...violation.claim]);
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

/** A keyword is said once; those that follow say And. The rows of a table stand below their step. */
function joined(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const [keyword = ''] = line.split(' ');
    if (keyword === '|') return `  ${line}`;
    return lines[index - 1]?.startsWith(`${keyword} `) ? line.replace(keyword, 'And') : line;
  });
}
