import fc from 'fast-check';
import { judgePool } from '../consistency/judge';
import type { Deployment } from '../deployment/deployment';
import { deedsOf } from './deeds';
import { LAWS, NO_BUG } from './laws/laws';
import { type Run, runOf } from './run';
import { scenarioOf } from './scenario';
import { type Plan, plans } from './sequences';
import { shortened } from './shorten';
import type { System } from './state';

/** What to explore. */
export interface Order {
  readonly runs: number;
  readonly seed: number;
  /** the place of a counterexample of that seed, to see it again */
  readonly path?: string;
  /** the deployment with a pool of so many servers; the same one each time it is asked */
  readonly start: (servers: number) => Deployment;
  /** called after each run; says whether to go on */
  readonly goesOn: (runs: number) => Promise<boolean>;
  readonly system?: System;
}

/** What came of it. */
export interface Exploration {
  readonly runs: number;
  readonly operations: number;
  readonly seed: number;
  readonly laws: readonly LawTally[];
  readonly counterexample: Counterexample | null;
}

export interface LawTally {
  readonly name: string;
  /** how often it was put to the test */
  readonly witnesses: number;
  readonly holds: boolean;
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
}

/** The simulation and the judge as they are. */
export const SYSTEM: System = { deedsOf, judge: judgePool };

/** Carries out operations at random until a law is broken, the runs are over, or nobody wants to go on. */
export async function explore(order: Order): Promise<Exploration> {
  const { seed, start, path, system = SYSTEM } = order;
  const carriedOut = ({ servers, operations }: Plan): Run => runOf(system, start(servers), operations);
  const tally = { runs: 0, operations: 0, broken: false, witnesses: new Map<string, number>() };
  const property = fc.asyncProperty(plans(), async (plan) => {
    if (!(await order.goesOn(tally.runs))) fc.pre(false);
    const run = carriedOut(plan);
    if (!tally.broken) counted(tally, run);
    return run.violation === null;
  });
  // the first run that is left out, because nobody wants to go on, ends the whole
  const asked = { seed, maxSkipsPerRun: 0, numRuns: path === undefined ? order.runs : 1, ...(path ? { path } : {}) };
  const { counterexample, counterexamplePath } = await fc.check(property, asked);
  const [plan] = counterexample ?? [];
  const found = plan ? fewest(plan, carriedOut, { seed, path: counterexamplePath ?? '' }) : null;
  return { runs: tally.runs, operations: tally.operations, seed, laws: lawsIn(tally, found), counterexample: found };
}

interface Tally {
  runs: number;
  operations: number;
  broken: boolean;
  readonly witnesses: Map<string, number>;
}

function counted(tally: Tally, { steps, witnesses, violation }: Run): void {
  tally.runs += 1;
  tally.operations += steps.length;
  tally.broken = violation !== null;
  for (const [law, times] of witnesses) tally.witnesses.set(law, (tally.witnesses.get(law) ?? 0) + times);
}

function lawsIn({ witnesses }: Tally, found: Counterexample | null): readonly LawTally[] {
  const names = [NO_BUG, ...LAWS.map(({ name }) => name)];
  return names.map((name) => ({ name, witnesses: witnesses.get(name) ?? 0, holds: name !== found?.law }));
}

function fewest(plan: Plan, carriedOut: (plan: Plan) => Run, place: Place): Counterexample {
  const law = carriedOut(plan).violation?.law;
  const short = shortened(plan, (one) => carriedOut(one).violation?.law === law);
  return counterexampleOf(short, carriedOut(short), place);
}

interface Place {
  readonly seed: number;
  readonly path: string;
}

function counterexampleOf({ servers }: Plan, { steps, violation }: Run, { seed, path }: Place): Counterexample {
  if (!violation)
    throw new Error(`the counterexample at ${path} of the seed ${seed} breaks no law when it is repeated`);
  const { law, detail } = violation;
  const scenario = scenarioOf(servers, steps, violation, `rehearse explore --seed ${seed} --path ${path}`);
  return { law, detail, seed, path, servers, operations: steps.length, scenario };
}
