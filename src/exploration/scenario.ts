import type { Violation } from './run';
import { beginning } from './starting-point';
import type { Step, Tried } from './step';

/** A broken law as a feature with one scenario, which the step definitions of the project replay. */
export function scenarioOf(servers: number, steps: readonly Step[], violation: Violation, replay: string): string {
  const done = steps.flatMap(({ tried }) => tried.flatMap(sentences));
  const lines = joined([...beginning(servers), ...done, ...violation.claim]);
  return [
    'Feature: A law that does not hold',
    `  Found: ${violation.detail.replace(/\s+/g, ' ')}`,
    `  Replayed with: ${replay}`,
    '',
    `  Scenario: ${violation.law.replace(/^./, (letter) => letter.toUpperCase())}`,
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

function sentences({ deed, refused }: Tried): readonly string[] {
  return [`When ${deed.sentence}`, ...(refused ? [`Then it is refused: ${refused.code}`] : [])];
}

/** A keyword is said once; those that follow say And. */
function joined(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const [keyword = ''] = line.split(' ');
    return lines[index - 1]?.startsWith(`${keyword} `) ? line.replace(keyword, 'And') : line;
  });
}
