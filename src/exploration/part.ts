import fc from 'fast-check';
import { type Run, runOf } from './run';
import { scenarioOf } from './scenario';
import { type Plan, plans } from './sequences';
import { serversIn } from './setting';
import { shortened } from './shorten';
import { environmentFileFor, type Start } from './starting-point';
import type { System } from './state';

/** Some of the runs of an exploration: chance begins anew with each part, so that they can be explored in any order. */
export interface Part {
  readonly seed: number;
  readonly runs: number;
  /** the place of a counterexample of that seed, to see it again */
  readonly path?: string;
}

/** What came of a part. */
export interface Found {
  readonly runs: number;
  readonly operations: number;
  /** how often each law was put to the test, by its name */
  readonly witnesses: Readonly<Record<string, number>>;
  readonly counterexample: Counterexample | null;
}

/** A broken law with the fewest operations that were found to break it. */
export interface Counterexample {
  readonly law: string;
  readonly detail: string;
  readonly seed: number;
  readonly path: string;
  readonly servers: number;
  readonly operations: number;
  /** a feature for `rehearse run` */
  readonly scenario: string;
  /** the environment file for it; null: the embedded environment */
  readonly environment: string | null;
}

/** With what is explored. */
export interface Means {
  readonly start: Start;
  readonly system: System;
  /** called before each run, or each state, with what has been done so far; says whether to go on */
  readonly goesOn: (done: { readonly runs: number; readonly operations: number }) => Promise<boolean>;
}

const PART_RUNS = 100;

/** The parts of so many runs. The first one has the seed itself, the others seeds that follow from it. */
export function partsOf(runs: number, seed: number): readonly Part[] {
  return Array.from({ length: Math.ceil(runs / PART_RUNS) }, (_, index) => ({
    seed: index === 0 ? seed : mixed(seed, index),
    runs: Math.min(PART_RUNS, runs - index * PART_RUNS),
  }));
}

/** Carries out operations at random until a law is broken, the runs are over, or nobody wants to go on. */
export async function explorePart(part: Part, { start, system, goesOn }: Means): Promise<Found> {
  const carriedOut = ({ setting, operations }: Plan): Run => runOf(system, start(setting), operations);
  const tally = { runs: 0, operations: 0, broken: false, witnesses: {} };
  const property = fc.asyncProperty(plans(), async (plan) => {
    if (!(await goesOn(tally))) fc.pre(false);
    const run = carriedOut(plan);
    if (!tally.broken) counted(tally, run);
    return run.violation === null;
  });
  const { seed, path, runs } = part;
  // the first run that is left out, because nobody wants to go on, ends the whole
  const asked = { seed, maxSkipsPerRun: 0, numRuns: path === undefined ? runs : 1, ...(path ? { path } : {}) };
  const { counterexample, counterexamplePath } = await fc.check(property, asked);
  const [plan] = counterexample ?? [];
  const found = plan ? fewest(plan, { carriedOut, start, seed, path: counterexamplePath ?? '' }) : null;
  return { runs: tally.runs, operations: tally.operations, witnesses: tally.witnesses, counterexample: found };
}

interface Tally {
  runs: number;
  operations: number;
  broken: boolean;
  readonly witnesses: Record<string, number>;
}

function counted(tally: Tally, { steps, witnesses, violation }: Run): void {
  tally.runs += 1;
  tally.operations += steps.length;
  tally.broken = violation !== null;
  for (const [law, times] of witnesses) tally.witnesses[law] = (tally.witnesses[law] ?? 0) + times;
}

interface Finding {
  readonly carriedOut: (plan: Plan) => Run;
  readonly start: Start;
  readonly seed: number;
  readonly path: string;
}

function fewest(plan: Plan, { carriedOut, start, seed, path }: Finding): Counterexample {
  const law = carriedOut(plan).violation?.law;
  const { setting, operations } = shortened(plan, (one) => carriedOut(one).violation?.law === law);
  const { steps, violation } = carriedOut({ setting, operations });
  if (!violation)
    throw new Error(`the counterexample at ${path} of the seed ${seed} breaks no law when it is repeated`);
  const environment = environmentFileFor(setting, start(setting));
  const notes = [
    `Found with: rehearse explore --seed ${seed} --path ${path}`,
    ...(environment === null ? [] : ['Run with: --environment counterexample.yaml']),
  ];
  const scenario = scenarioOf({ setting, steps, violation, notes });
  const { detail } = violation;
  return {
    law: violation.law,
    detail,
    seed,
    path,
    servers: serversIn(setting),
    operations: steps.length,
    scenario,
    environment,
  };
}

/** A seed of 31 bits that follows from another and an index (the finalizer of MurmurHash3). */
function mixed(seed: number, index: number): number {
  let h = (seed ^ Math.imul(index, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 1;
}
