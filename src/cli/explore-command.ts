import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Deployment } from '../deployment/deployment';
import { readEnvironment } from '../deployment/read-environment';
import { type Exploration, explore } from '../exploration/explore';
import { startingPoint } from '../exploration/starting-point';
import { Mistake } from './mistake';
import { writeOutput } from './output-folder';
import { committedSource, ENVIRONMENTS } from './package-folder';
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
 * `rehearse explore`: operations at random on pools of the embedded environment, and the laws that have to hold. Gives 1
 * when a law is broken, or was not tried in a thousand runs. An interruption ends it with what there is so far.
 */
export async function exploreCommand(options: ExploreOptions): Promise<number> {
  const { runs, path, out } = options;
  if (path !== undefined && options.seed === undefined)
    throw new Mistake('--path is a place of a seed; give --seed, too');
  const progress = countingProgress('exploring', runs, options.json && !process.stderr.isTTY);
  const interruption = onceInterrupted();
  const found = await explore({
    runs,
    seed: options.seed ?? randomInt(2 ** 31),
    ...(path === undefined ? {} : { path }),
    start: starting(),
    goesOn: async (done) => {
      progress.show(done);
      await setImmediate();
      return !interruption.came();
    },
  }).finally(() => {
    progress.stop();
    interruption.forget();
  });
  if (out !== undefined && found.counterexample) {
    writeOutput(out, new Map([['counterexample.feature', found.counterexample.scenario]]));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
  (options.json ? process.stderr : process.stdout).write(said(found, out));
  const untried = found.runs >= ENOUGH_RUNS && found.laws.some(({ witnesses }) => witnesses === 0);
  return found.counterexample || untried ? 1 : 0;
}

/** The deployment of a pool, built once. */
function starting(): (servers: number) => Deployment {
  const file = join(ENVIRONMENTS, 'contoso.yaml');
  const environment = readEnvironment(readFileSync(file, 'utf8'), file);
  const source = committedSource();
  const known = new Map<number, Deployment>();
  return (servers) => {
    const deployment = known.get(servers) ?? startingPoint(environment, source, servers);
    known.set(servers, deployment);
    return deployment;
  };
}

function onceInterrupted(): { readonly came: () => boolean; readonly forget: () => void } {
  let interrupted = false;
  const stop = (): void => {
    interrupted = true;
  };
  process.once('SIGINT', stop);
  return { came: () => interrupted, forget: () => process.off('SIGINT', stop) };
}

function said({ runs, operations, seed, laws, counterexample }: Exploration, out: string | undefined): string {
  const width = Math.max(...laws.map(({ witnesses }) => String(witnesses).length));
  const states = laws.map(({ name, witnesses, holds }) => {
    const state = holds ? (witnesses > 0 ? 'held' : 'not tried') : 'BROKEN';
    return `  ${state.padEnd(9)} ${String(witnesses).padStart(width)}  ${name}\n`;
  });
  const found = counterexample ? ['\n', counterexample.scenario] : [];
  const written = counterexample && out !== undefined ? [`\nwritten to ${join(out, 'counterexample.feature')}\n`] : [];
  return [
    `runs        ${runs}\noperations  ${operations}\nseed        ${seed}\nlaws, and how often each was put to the test\n`,
    ...states,
    ...found,
    ...written,
  ].join('');
}
