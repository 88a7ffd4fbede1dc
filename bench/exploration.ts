import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { embeddedStart } from '../src/cli/exploration/embedded-start';
import { cachedChecker } from '../src/exploration/checker';
import type { Plan } from '../src/exploration/explored-system';
import { runOf } from '../src/exploration/operation-run';
import { plansOf } from '../src/exploration/random/plan';
import { attemptOperation, stateOf } from '../src/exploration/step';
import type { PoolDomain } from '../src/products/lync-server-2013/exploration/domain';
import { SYSTEM } from '../src/products/lync-server-2013/exploration/system';

/**
 * Compares operations per second of processor time with fast-check's commands on a model that does nothing. Also
 * measures the memory after some runs and after ten times as many. Processor time is used because other programs may
 * run at the same time.
 */

const SEED = 20131107;
/** Few enough that the memo contains all of their outcomes. */
const MEASURED_RUNS = 100;
const ROUNDS = 3;
const MEMORY_RUNS = Number(process.argv[2] ?? 300);

const start = embeddedStart();
let checker = cachedChecker(SYSTEM);

async function main(): Promise<void> {
  const sampled = fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: MEASURED_RUNS });
  const rates = Array.from({ length: ROUNDS }, () => ({
    real: rate(() => sampled.reduce((sum, plan) => sum + tried(plan), 0)),
    laws: rate(() => sampled.reduce((sum, plan) => sum + run(plan, true), 0)),
    remembered: remembered(sampled),
  }));
  const trivial = middle(await Promise.all(Array.from({ length: ROUNDS }, trivialRate)));
  say('fast-check, trivial model', trivial, trivial);
  say('operations and the judge', middle(rates.map(({ real }) => real)), trivial);
  say('the same with every law', middle(rates.map(({ laws }) => laws)), trivial);
  say('the same, remembered', middle(rates.map(({ remembered: again }) => again)), trivial);
  const few = memoryAfter(MEMORY_RUNS);
  const many = memoryAfter(9 * MEMORY_RUNS);
  console.log(
    `memory after ${MEMORY_RUNS} runs ${few.toFixed(0)} MB, after ${10 * MEMORY_RUNS} ${many.toFixed(0)} MB, ratio ${(many / few).toFixed(2)}`,
  );
}

/** The operations of a plan with what the judge says after each; gives how many there were. */
function tried({ setting, operations }: Plan<PoolDomain>): number {
  let count = 0;
  operations.reduce(
    (state, operation) => {
      const step = attemptOperation(SYSTEM, state, operation);
      if (step) count += 1;
      return step?.after ?? state;
    },
    stateOf(SYSTEM, start(setting)),
  );
  return count;
}

function run({ setting, operations }: Plan<PoolDomain>, anew: boolean): number {
  if (anew) checker = cachedChecker(SYSTEM);
  return runOf(checker, start(setting), operations).steps.length;
}

/** Each run twice; the second time counts. */
function remembered(sampled: readonly Plan<PoolDomain>[]): number {
  const rates = sampled.map((plan) => {
    run(plan, true);
    return time(() => run(plan, false));
  });
  const operations = rates.reduce((sum, { count }) => sum + count, 0);
  return operations / rates.reduce((sum, { seconds }) => sum + seconds, 0);
}

async function trivialRate(): Promise<number> {
  let count = 0;
  class Push implements fc.AsyncCommand<{ size: number }, number[]> {
    check(): boolean {
      return true;
    }
    async run(model: { size: number }, real: number[]): Promise<void> {
      count += 1;
      model.size += 1;
      real.push(model.size);
      if (real.length !== model.size) throw new Error('they differ');
    }
  }
  const before = process.cpuUsage();
  const commands = fc.commands([fc.constant(new Push())], { size: 'max', maxCommands: 30 });
  const model = fc.asyncProperty(commands, (chosen) =>
    fc.asyncModelRun(() => ({ model: { size: 0 }, real: [] }), chosen),
  );
  await fc.assert(model, { seed: SEED, numRuns: 2000 });
  return count / secondsSince(before);
}

function rate(work: () => number): number {
  const { count, seconds } = time(work);
  return count / seconds;
}

function time(work: () => number): { readonly count: number; readonly seconds: number } {
  const before = process.cpuUsage();
  return { count: work(), seconds: secondsSince(before) };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Memory in use after this number of further runs and a garbage collection. */
function memoryAfter(runs: number): number {
  for (const plan of fc.sample(plansOf(SYSTEM), { seed: runs, numRuns: runs })) run(plan, false);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

function say(what: string, rateOf: number, trivial: number): void {
  console.log(`${what.padEnd(26)} ${rateOf.toFixed(0).padStart(8)}/s   1/${(trivial / rateOf).toFixed(0)}`);
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

void main();
