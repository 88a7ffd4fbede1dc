import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Exploration } from '../exploration/explore';
import type { Counterexample } from '../exploration/part';
import { type Done, type Explorer, exploreInThreads } from './exploration-threads';
import { Mistake } from './mistake';
import { writeOutput } from './output-folder';
import { countingProgress } from './progress';

/** In so many runs every law has to have been put to the test. */
const ENOUGH_RUNS = 1000;

export interface ExploreOptions {
  readonly runs: number;
  readonly seed?: number;
  readonly path?: string;
  readonly out?: string;
  readonly json: boolean;
}

/**
 * `rehearse explore`: operations at random on deployments of many kinds, and the laws that have to hold. Gives 1 when a
 * law is broken, or was not tried in a thousand runs. An interruption ends it with what there is so far.
 */
export async function exploreCommand(options: ExploreOptions, explorer: Explorer = exploreInThreads): Promise<number> {
  const { runs, path, out } = options;
  if (path !== undefined && options.seed === undefined)
    throw new Mistake('--path is a place of a seed; give --seed, too');
  const progress = countingProgress('exploring', runs, options.json && !process.stderr.isTTY);
  const interruption = onceInterrupted();
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  const order = { runs, seed: options.seed ?? randomInt(2 ** 31), ...(path === undefined ? {} : { path }) };
  const watch = {
    show: (done: Done) => progress.show(done.runs, speedOf(done, seconds())),
    interrupted: interruption.signal,
  };
  const found = await explorer(order, watch).finally(() => {
    progress.stop();
    interruption.forget();
  });
  if (out !== undefined && found.counterexample) writeOutput(out, filesOf(found.counterexample));
  if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
  const said = [
    `runs        ${found.runs}${interruption.signal.aborted ? ' (interrupted)' : ''}\n`,
    `operations  ${found.operations} (${speedOf(found, seconds())})\n`,
    ...saidOf(found, out),
  ];
  (options.json ? process.stderr : process.stdout).write(said.join(''));
  const untried = found.runs >= ENOUGH_RUNS && found.laws.some(({ witnesses }) => witnesses === 0);
  return found.counterexample || untried ? 1 : 0;
}

function onceInterrupted(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, forget: () => process.off('SIGINT', stop) };
}

function speedOf({ runs, operations }: Done, seconds: number): string {
  const [a, b] = [runs, operations].map((count) => Math.round(count / Math.max(seconds, 0.001)));
  return `${a} runs and ${b} operations a second`;
}

function filesOf({ scenario, environment }: Counterexample): ReadonlyMap<string, string> {
  const files = new Map([['counterexample.feature', scenario]]);
  return environment === null ? files : files.set('counterexample.yaml', environment);
}

function saidOf({ seed, laws, counterexample }: Exploration, out: string | undefined): readonly string[] {
  const width = Math.max(...laws.map(({ witnesses }) => String(witnesses).length));
  const states = laws.map(({ name, witnesses, holds }) => {
    const state = holds ? (witnesses > 0 ? 'held' : 'not tried') : 'BROKEN';
    return `  ${state.padEnd(9)} ${String(witnesses).padStart(width)}  ${name}\n`;
  });
  const found = counterexample ? saidOfCounterexample(counterexample, out) : [];
  return [`seed        ${seed}\nlaws, and how often each was put to the test\n`, ...states, ...found];
}

function saidOfCounterexample(counterexample: Counterexample, out: string | undefined): readonly string[] {
  const { scenario, environment } = counterexample;
  if (out === undefined)
    return ['\n', scenario, ...(environment === null ? [] : ['\n# counterexample.yaml\n', environment])];
  const written = [...filesOf(counterexample).keys()].map((name) => `\nwritten to ${join(out, name)}`);
  return ['\n', scenario, ...written, '\n'];
}
