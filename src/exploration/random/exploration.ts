import type { Counterexample } from '../counterexample';
import type { Domain, Law } from '../explored-system';
import { lawNames } from '../law';
import {
  type Batch,
  type BatchResult,
  batchesOf,
  type ExplorationContext,
  exploreBatch,
  type RandomCounterexample,
} from './batch';

/** The outcome of an exploration. */
export interface Exploration {
  readonly runs: number;
  readonly operations: number;
  readonly seed: number;
  readonly laws: readonly LawCount[];
  readonly counterexample: RandomCounterexample | null;
}

/** How often a law was tested, and whether it holds. */
export interface LawCount {
  readonly name: string;
  readonly witnesses: number;
  /** `not run`: nothing has tested it */
  readonly holds: boolean | 'not run';
}

/** Explores batch after batch until a law is broken, the runs are done, or `shouldContinue` gives false. */
export async function explore<D extends Domain>({
  start,
  system,
  shouldContinue,
  ...order
}: ExplorationContext<D> & Batch): Promise<Exploration> {
  const results: BatchResult[] = [];
  for (const batch of batchesFor(order)) {
    const result = await exploreBatch(batch, { start, system, shouldContinue });
    results.push(result);
    if (result.counterexample || result.runs < batch.runs) break;
  }
  return combined(order.seed, results, system.laws);
}

/** The batches of an order: a single one to replay a counterexample. */
export function batchesFor({ runs, seed, path }: Batch): readonly Batch[] {
  return path === undefined ? batchesOf(runs, seed) : [{ runs: 1, seed, path }];
}

/** The outcome of batches in their order; those after the first counterexample do not count. */
export function combined<D extends Domain>(
  seed: number,
  results: readonly BatchResult[],
  laws: readonly Law<D>[],
): Exploration {
  const broken = results.findIndex(({ counterexample }) => counterexample !== null);
  const counted = broken < 0 ? results : results.slice(0, broken + 1);
  const counterexample = results[broken]?.counterexample ?? null;
  const sum = (of: (result: BatchResult) => number): number => counted.reduce((all, result) => all + of(result), 0);
  return {
    runs: sum(({ runs }) => runs),
    operations: sum(({ operations }) => operations),
    seed,
    laws: lawCounts(laws, counted, counterexample),
    counterexample,
  };
}

/** How often each law was tested in all, and whether it holds. */
export function lawCounts<D extends Domain>(
  laws: readonly Law<D>[],
  results: readonly Pick<BatchResult, 'witnesses'>[],
  broken: Pick<Counterexample, 'law'> | null,
): readonly LawCount[] {
  return lawNames(laws).map((name) => {
    const witnesses = results.reduce((all, result) => all + (result.witnesses[name] ?? 0), 0);
    return { name, witnesses, holds: name === broken?.law ? false : witnesses > 0 || 'not run' };
  });
}
