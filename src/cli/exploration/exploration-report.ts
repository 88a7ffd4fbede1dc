import { join } from 'node:path';
import type { Counterexample } from '../../exploration/counterexample';
import type { ExplorationProgress } from '../../exploration/random/batch';
import type { Exploration, LawCount } from '../../exploration/random/exploration';
import { checkOutput, type OutputPlan, writeOutput } from '../output/output-folder';
import { amount } from '../terminal/amounts';
import type { Paint } from '../terminal/paint';

/** The report of an exploration, and the counterexample that it writes. */

/** A scenario that can be replayed, with its environment. */
export type Replayable = Pick<Counterexample, 'scenario' | 'environment'>;

/** `12 runs and 340 operations a second`. */
export function speedOf({ runs, operations }: ExplorationProgress, seconds: number, what: 'run' | 'state'): string {
  const perSecond = (count: number): number => Math.round(count / Math.max(seconds, 0.001));
  return `${amount(perSecond(runs), what)} and ${amount(perSecond(operations), 'operation')} a second`;
}

/**
 * Whether an exploration shows that the laws hold: none is broken, something was executed, and a law was checked.
 *
 * @param mustCheckAll whether each of the laws must have been checked
 */
export function showsThatLawsHold(
  { laws, operations, counterexample }: Pick<Exploration, 'laws' | 'operations'> & { counterexample: unknown },
  mustCheckAll: boolean,
): boolean {
  const checked = laws.filter(({ witnesses }) => witnesses > 0);
  return !counterexample && operations > 0 && checked.length >= (mustCheckAll ? laws.length : 1);
}

/** A line for each law: whether it holds, and how often it was checked. */
export function saidOfLaws(laws: readonly LawCount[], paint: Paint): readonly string[] {
  const width = Math.max(...laws.map(({ witnesses }) => String(witnesses).length));
  const lines = laws.map(({ name, witnesses, holds }) => {
    const state = stateOf(holds).padEnd('not run'.length);
    const shown = holds === true ? state : paint(holds === false ? 'bad' : 'attention', state);
    return `  ${shown}  ${String(witnesses).padStart(width)}  ${name}\n`;
  });
  const unchecked = laws.some(({ witnesses }) => witnesses > 0)
    ? []
    : ['no law was checked, so that the exploration shows nothing; try more --runs\n'];
  return ['laws, and how often each was checked\n', ...lines, ...unchecked];
}

function stateOf(holds: LawCount['holds']): string {
  if (holds === 'not run') return holds;
  return holds ? 'held' : 'BROKEN';
}

/** Throws an InputError if the folder for the counterexample cannot be written. */
export function checkCounterexampleFolder(out: string | undefined): void {
  if (out !== undefined) checkOutput(planFor(out));
}

function planFor(folder: string): OutputPlan {
  return { folder, files: ['counterexample.feature', 'counterexample.yaml'], folders: [] };
}

/** Writes the counterexample to the folder, if there are both, and returns the text about it. */
export async function saidOfCounterexample(
  found: Replayable | null,
  out: string | undefined,
): Promise<readonly string[]> {
  if (!found) return [];
  const { scenario, environment } = found;
  if (out === undefined) {
    return ['\n', scenario, ...(environment === null ? [] : ['\n# counterexample.yaml\n', environment])];
  }
  const files = new Map([['counterexample.feature', scenario]]);
  if (environment !== null) files.set('counterexample.yaml', environment);
  await writeOutput(planFor(out), files);
  return ['\n', scenario, ...[...files.keys()].map((name) => `\nwritten to ${join(out, name)}`), '\n'];
}
