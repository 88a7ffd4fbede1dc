import { join } from 'node:path';
import { printable } from '../../recording/model/failure-message';
import { compared } from '../../runbook/comparison/compare';
import type { Comparison } from '../../runbook/comparison/comparison';
import { changesInWords } from '../../runbook/words/comparison-words';
import { english } from '../../runbook/words/words';
import { readExecuted } from '../input/executed-messages';
import type { Language } from '../input/page-languages';
import { comparisonIn } from '../output/comparison-files';
import { writeOutput } from '../output/output-folder';
import { type Paint, paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

interface DiffOptions {
  readonly out: string;
  readonly language: readonly Language[];
  readonly json: boolean;
}

/**
 * `rehearse diff`: compares two runs. Returns the exit code: 1 if something newly fails, else 0. Throws an InputError
 * for unreadable input.
 */
export async function diff(old: string, current: string, options: DiffOptions): Promise<number> {
  const plan = { folder: options.out, files: ['diff.html', 'diff.md', 'diff.json'], folders: [] };
  const comparison = compared(readExecuted(old), readExecuted(current));
  const json = JSON.stringify(comparison, undefined, 2);
  await writeOutput(plan, new Map([...comparisonIn(options.language, comparison), ['diff.json', `${json}\n`]]));
  if (options.json) process.stdout.write(`${JSON.stringify(comparison)}\n`);
  const terminal = options.json ? process.stderr : process.stdout;
  print(terminal, `${summary(comparison, paintFor(terminal))}changes    ${join(options.out, 'diff.html')}\n`);
  return comparison.newlyFailing.length > 0 ? 1 : 0;
}

function summary(comparison: Comparison, paint: Paint): string {
  const { newlyFailing, newlyPassing, procedures } = comparison;
  const outcome = (sign: string, { procedure, scenario, step, at, message }: Comparison['newlyFailing'][number]) => [
    `  ${sign}  ${[procedure, scenario].filter((part) => part !== '').join(': ')}`,
    ...(at === '' ? [] : [`          at ${at}${step === '' ? '' : `: ${step}`}`]),
    ...(message === '' ? [] : [`          ${message.split('\n')[0] ?? ''}`]),
  ];
  const lines = [
    changesInWords(comparison, english),
    ...newlyFailing.flatMap((one) => outcome(paint('bad', 'FAILED'), one)),
    ...newlyPassing.flatMap((one) => outcome(paint('good', 'passes'), one)),
    ...procedures.map(({ title, kinds, scenarios }) => {
      const changes = [...kinds, ...(scenarios.length > 0 ? [`scenarios changed: ${scenarios.length}`] : [])];
      return `  ${title}: ${changes.join(', ') || 'rules reworded'}`;
    }),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}
