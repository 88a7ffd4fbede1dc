import fc from 'fast-check';
import { type Checker, cachedChecker } from '../checker';
import type { Counterexample } from '../counterexample';
import type { Domain, Plan, StartOf, System } from '../explored-system';
import { type Run, runOf } from '../operation-run';
import { scenarioOf } from '../scenario';
import { plansOf } from './plan';
import { shortened } from './shorten';

/** Some runs of an exploration with a separate seed, so that batches can be explored in any order. */
export interface Batch {
  readonly seed: number;
  readonly runs: number;
  /** the path of a counterexample of that seed, to replay it */
  readonly path?: string;
}

/** The outcome of a batch. */
export interface BatchResult {
  readonly runs: number;
  readonly operations: number;
  /** how often each law was tested, by its name */
  readonly witnesses: Readonly<Record<string, number>>;
  readonly counterexample: RandomCounterexample | null;
}

/** A counterexample with the seed and the path that replay it. */
export type RandomCounterexample = Counterexample & { readonly seed: number; readonly path: string };

/** How many runs, or states of an exhaustive search, and operations are done so far. */
export interface ExplorationProgress {
  readonly runs: number;
  readonly operations: number;
}

/** What an exploration works with. */
export interface ExplorationContext<D extends Domain> {
  readonly start: StartOf<D>;
  readonly system: System<D>;
  /** called before each run or state; false ends the exploration */
  readonly shouldContinue: (progress: ExplorationProgress) => Promise<boolean>;
}

const BATCH_RUNS = 100;

/** The batches for that number of runs, all with different seeds. The first one has the seed itself. */
export function batchesOf(runs: number, seed: number): readonly Batch[] {
  return Array.from({ length: Math.ceil(runs / BATCH_RUNS) }, (_, index) => ({
    seed: derivedSeed(seed, index),
    runs: Math.min(BATCH_RUNS, runs - index * BATCH_RUNS),
  }));
}

/** Tries random plans until a law is broken, the runs are done, or `shouldContinue` gives false. */
export async function exploreBatch<D extends Domain>(
  batch: Batch,
  { start, system, shouldContinue }: ExplorationContext<D>,
): Promise<BatchResult> {
  const checker = cachedChecker(system);
  const runPlan = ({ setting, operations }: Plan<D>): Run<D> => runOf(checker, start(setting), operations);
  const counts: Counts = { runs: 0, operations: 0, isBroken: false, witnesses: {} };
  const property = fc.asyncProperty(plansOf(system), async (plan) => {
    if (!(await shouldContinue(counts))) fc.pre(false);
    const run = runPlan(plan);
    if (!counts.isBroken) count(counts, run);
    return run.violation === null;
  });
  const { seed, path, runs } = batch;
  // the first skipped run ends the check
  const parameters = { seed, maxSkipsPerRun: 0, numRuns: path === undefined ? runs : 1, ...(path ? { path } : {}) };
  const { counterexample: failed, counterexamplePath } = await fc.check(property, parameters);
  const [plan] = failed ?? [];
  const counterexample = plan
    ? shortest(plan, { checker, runPlan, start, replay: { seed, path: counterexamplePath ?? '' } })
    : null;
  return { runs: counts.runs, operations: counts.operations, witnesses: counts.witnesses, counterexample };
}

interface Counts {
  runs: number;
  operations: number;
  isBroken: boolean;
  readonly witnesses: Record<string, number>;
}

function count<D extends Domain>(counts: Counts, { steps, witnesses, violation }: Run<D>): void {
  counts.runs += 1;
  counts.operations += steps.length;
  counts.isBroken = violation !== null;
  for (const [law, times] of witnesses) counts.witnesses[law] = (counts.witnesses[law] ?? 0) + times;
}

interface Failure<D extends Domain> {
  readonly checker: Checker<D>;
  readonly runPlan: (plan: Plan<D>) => Run<D>;
  readonly start: StartOf<D>;
  readonly replay: { readonly seed: number; readonly path: string };
}

function shortest<D extends Domain>(
  plan: Plan<D>,
  { checker, runPlan, start, replay: { seed, path } }: Failure<D>,
): RandomCounterexample {
  const { settings } = checker.system;
  const broken = runPlan(plan).violation?.law;
  const { setting, operations } = shortened(
    plan,
    settings.simplifications,
    (one) => runPlan(one).violation?.law === broken,
  );
  const { steps, violation } = runPlan({ setting, operations });
  if (!violation)
    throw new Error(`the counterexample at ${path} of the seed ${seed} breaks no law when it is repeated`);
  const environment = settings.environmentFile(setting, start(setting));
  const { options } = settings;
  const notes = [
    `Found with: rehearse explore --seed ${seed} --path ${path}${options === undefined ? '' : ` ${options}`}`,
    ...(options === undefined ? [] : [`Run with: ${options}`]),
    ...(environment === null ? [] : ['Run with: --environment counterexample.yaml']),
  ];
  const scenario = scenarioOf({ given: settings.given(setting), steps, violation, notes });
  const { law, detail } = violation;
  const servers = settings.servers(setting);
  return { law, detail, seed, path, servers, operations: steps.length, scenario, environment };
}

/**
 * A seed of 31 bits derived from another and an index. Different indices have different seeds: the finalizer of
 * MurmurHash3, in 31 bits, gives each index another number, and 0 for 0.
 */
function derivedSeed(seed: number, index: number): number {
  let h = Math.imul(index ^ (index >>> 16), 0x85ebca6b) & BITS_31;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) & BITS_31;
  return seed ^ h ^ (h >>> 16);
}

const BITS_31 = 0x7fffffff;
