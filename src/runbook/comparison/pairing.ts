import { diffArrays } from 'diff';

/** The positions of one thing before and after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** The longest sequence of things that are equal and in the same order on both sides. */
export function inSequence(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const next = { before: 0, after: 0 };
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    if (!added && !removed)
      for (let index = 0; index < count; index += 1)
        pairs.push({ before: next.before + index, after: next.after + index });
    if (!added) next.before += count;
    if (!removed) next.after += count;
  }
  return pairs;
}

/**
 * The pairs, and further pairs of what is in none: the most alike first.
 *
 * @param likeness how alike two things are; 0 for two that must not be paired
 */
export function alikePairs(
  paired: readonly Pair[],
  counts: Pair,
  likeness: (before: number, after: number) => number,
): readonly Pair[] {
  const alone = (count: number, taken: readonly number[]) =>
    Array.from({ length: count }, (_, index) => index).filter((index) => !taken.includes(index));
  const befores = alone(
    counts.before,
    paired.map(({ before }) => before),
  );
  const afters = alone(
    counts.after,
    paired.map(({ after }) => after),
  );
  const candidates = befores
    .flatMap((before) => afters.map((after) => ({ before, after, likeness: likeness(before, after) })))
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const found: Pair[] = [];
  for (const { before, after } of candidates) {
    if (!found.some((pair) => pair.before === before || pair.after === after)) found.push({ before, after });
  }
  return [...paired, ...found];
}

/** The smallest set of pairs that are out of order. */
export function movedPairs(pairs: readonly Pair[]): readonly Pair[] {
  const name = (pair: Pair) => String(pairs.indexOf(pair));
  const before = [...pairs].sort((a, b) => a.before - b.before);
  const after = [...pairs].sort((a, b) => a.after - b.after);
  const kept = new Set(inSequence(before.map(name), after.map(name)).map((pair) => after[pair.after]));
  return pairs.filter((pair) => !kept.has(pair));
}

/** The share of two lists that is equal, in any order: from 0 to 1. */
export function shared(before: readonly string[], after: readonly string[]): number {
  const left = [...after];
  const common = before.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return common.length === 0 ? 0 : (2 * common.length) / (before.length + after.length);
}
