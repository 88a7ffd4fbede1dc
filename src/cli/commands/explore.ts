import { randomInt } from 'node:crypto';
import type { SearchScope } from '../../exploration/exhaustive/search';
import { lawCounts } from '../../exploration/random/exploration';
import { InputError } from '../../input-error';
import { SYSTEM } from '../../products/lync-server-2013/exploration/system';
import { firstPool } from '../../world/deployment';
import { type ExplorationPlace, explorationAt } from '../exploration/embedded-start';
import {
  checkCounterexampleFolder,
  saidOfCounterexample,
  saidOfLaws,
  showsThatLawsHold,
  speedOf,
} from '../exploration/exploration-report';
import { type Explorer, exhaustInThreads, exploreInThreads, type Watch } from '../exploration/exploration-threads';
import { amount } from '../terminal/amounts';
import { interruption } from '../terminal/interruption';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';
import { countingProgress } from '../terminal/progress';

/** The number of runs after which every law must have been checked. */
const ENOUGH_RUNS = 1000;
/** The pool sizes of an exhaustive search. */
const SEARCHED = [2, 3];

export interface ExploreOptions {
  readonly runs: number;
  readonly seed?: number;
  readonly path?: string;
  /** the length of the sequences of an exhaustive search */
  readonly exhaustive?: number;
  readonly out?: string;
  /** states of real servers with which every run begins */
  readonly state: readonly string[];
  /** the environment of the states */
  readonly environment?: string;
  readonly json: boolean;
}

/**
 * `rehearse explore`: executes random operations on random deployments and checks the laws. Returns 1 if a law is
 * broken or was not checked in a thousand runs, or if nothing was executed or checked at all. From states, some laws
 * cannot be checked. An interruption ends it with the results so far. Throws an InputError for states that cannot be used.
 */
export async function exploreCommand(options: ExploreOptions, explorer: Explorer = exploreInThreads): Promise<number> {
  const { runs, path, exhaustive, state } = options;
  if (path !== undefined && options.seed === undefined)
    throw new InputError('--path is a place of a seed; give --seed, too');
  if (options.environment !== undefined && state.length === 0)
    throw new InputError('--environment is for the servers of --state; give their states, too');
  checkCounterexampleFolder(options.out);
  const servers = state.length > 0 ? serversAt(options) : SEARCHED;
  if (exhaustive !== undefined)
    return exhaustCommand(
      servers.map((count) => ({ servers: count, depth: exhaustive })),
      options,
    );
  const order = { runs, seed: options.seed ?? randomInt(2 ** 31), ...(path === undefined ? {} : { path }) };
  const { answer: found, ...rest } = await watched('run', options, (watch) => explorer(order, watch, options));
  tell(options, found, [
    `runs        ${found.runs}${rest.interrupted ? ' (interrupted)' : ''}\n`,
    `operations  ${found.operations} (${speedOf(found, rest.seconds, 'run')})\n`,
    `seed        ${found.seed}\n`,
    ...saidOfLaws(found.laws, paintFor(terminalFor(options))),
    ...(await saidOfCounterexample(found.counterexample, options.out)),
  ]);
  return showsThatLawsHold(found, state.length === 0 && found.runs >= ENOUGH_RUNS) ? 0 : 1;
}

/** The number of servers in the pool of the states. Throws an InputError for states that cannot be used. */
function serversAt(place: ExplorationPlace): readonly number[] {
  const { start, system } = explorationAt(place);
  return [firstPool(start(system.settings.plain(1))).servers.length];
}

/** Tries every sequence of operations on each pool, each state once. */
async function exhaustCommand(searches: readonly SearchScope[], options: ExploreOptions): Promise<number> {
  const { answer, ...rest } = await watched('state', options, (watch) => exhaustInThreads(searches, watch, options));
  const broken = answer.find(({ counterexample }) => counterexample)?.counterexample ?? null;
  const laws = lawCounts(SYSTEM.laws, answer, broken);
  const pools = answer.map(({ servers, depth: reached, states, operations }) => ({
    ...{ servers, depth: reached, states, operations },
  }));
  tell(options, { pools, laws, counterexample: broken }, [
    ...pools.map(
      ({ servers, depth: reached, states, operations }) =>
        `${amount(servers, 'server')}   every sequence of ${amount(reached, 'operation')}: ${amount(states, 'state')}, ${amount(operations, 'operation')}\n`,
    ),
    `time        ${rest.seconds.toFixed(1)} s${rest.interrupted ? ' (interrupted)' : ''}\n`,
    ...saidOfLaws(laws, paintFor(terminalFor(options))),
    ...(await saidOfCounterexample(broken, options.out)),
  ]);
  const operations = answer.reduce((sum, pool) => sum + pool.operations, 0);
  return showsThatLawsHold({ laws, operations, counterexample: broken }, false) ? 0 : 1;
}

interface Watched<T> {
  readonly answer: T;
  readonly seconds: number;
  readonly interrupted: boolean;
}

async function watched<T>(
  what: 'run' | 'state',
  { runs, json }: ExploreOptions,
  work: (watch: Watch) => Promise<T>,
): Promise<Watched<T>> {
  const progress = countingProgress('exploring', what === 'run' ? runs : 0, json && !process.stderr.isTTY);
  const { signal, forget } = interruption();
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  try {
    const show: Watch['show'] = (done) => progress.show(done.runs, speedOf(done, seconds(), what));
    const answer = await work({ show, interrupted: signal });
    return { answer, seconds: seconds(), interrupted: signal.aborted };
  } finally {
    progress.stop();
    forget();
  }
}

function tell({ json }: ExploreOptions, found: object, said: readonly string[]): void {
  if (json) process.stdout.write(`${JSON.stringify(found)}\n`);
  print(terminalFor({ json }), said.join(''));
}

/** The output for texts: the error output if the other one has the JSON. */
function terminalFor({ json }: Pick<ExploreOptions, 'json'>): NodeJS.WriteStream {
  return json ? process.stderr : process.stdout;
}
