import { judgePool } from '../judge/judge';
import { deedsOf } from './deeds';
import { LAWS, NO_BUG } from './laws/laws';
import { type Counterexample, explorePart, type Found, type Means, type Part, partsOf } from './part';
import type { System } from './state';

/** What to explore. */
export type Order = Omit<Means, 'system'> & Part & { readonly system?: System };

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

/** The simulation and the judge as they are. */
export const SYSTEM: System = { deedsOf, judge: judgePool };

/** Explores part after part until a law is broken, the runs are over, or nobody wants to go on. */
export async function explore({ system = SYSTEM, ...order }: Order): Promise<Exploration> {
  const founds: Found[] = [];
  for (const part of partsFor(order)) {
    const found = await explorePart(part, { ...order, system });
    founds.push(found);
    if (found.counterexample || found.runs < part.runs) break;
  }
  return summed(order.seed, founds);
}

/** The parts of an order: a single one to see a counterexample again. */
export function partsFor({ runs, seed, path }: Part): readonly Part[] {
  return path === undefined ? partsOf(runs, seed) : [{ runs: 1, seed, path }];
}

/** What came of the parts in their order; those after the first with a counterexample do not count. */
export function summed(seed: number, founds: readonly Found[]): Exploration {
  const broken = founds.findIndex(({ counterexample }) => counterexample !== null);
  const counted = broken < 0 ? founds : founds.slice(0, broken + 1);
  const counterexample = founds[broken]?.counterexample ?? null;
  const sum = (of: (found: Found) => number): number => counted.reduce((all, found) => all + of(found), 0);
  return {
    runs: sum(({ runs }) => runs),
    operations: sum(({ operations }) => operations),
    seed,
    laws: talliesOf(counted, counterexample),
    counterexample,
  };
}

/** How often each law was tried in all, and whether it holds. */
export function talliesOf(
  founds: readonly Pick<Found, 'witnesses'>[],
  broken: Pick<Counterexample, 'law'> | null,
): readonly LawTally[] {
  return [NO_BUG, ...LAWS.map(({ name }) => name)].map((name) => ({
    name,
    witnesses: founds.reduce((all, { witnesses }) => all + (witnesses[name] ?? 0), 0),
    holds: name !== broken?.law,
  }));
}
