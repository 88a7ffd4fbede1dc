/** The places of one thing before and after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** The longest sequence of things that are the same and in the same order on both sides, in that order. */
export function inSequence(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const lengths = [...before, ''].map(() => [...after, ''].map(() => 0));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push({ before: i++, after: j++ });
    else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * What is still alone, paired with what resembles it most.
 *
 * @param likeness 0 for what must not be paired
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

/** The pairs that do not keep their order; as few as there can be. */
export function movedPairs(pairs: readonly Pair[]): readonly Pair[] {
  const name = (pair: Pair) => String(pairs.indexOf(pair));
  const before = [...pairs].sort((a, b) => a.before - b.before);
  const after = [...pairs].sort((a, b) => a.after - b.after);
  const kept = new Set(inSequence(before.map(name), after.map(name)).map((pair) => after[pair.after]));
  return pairs.filter((pair) => !kept.has(pair));
}

/** How much of two lists is the same, whatever its order: 0 nothing, 1 everything. */
export function shared(before: readonly string[], after: readonly string[]): number {
  const left = [...after];
  const common = before.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return common.length === 0 ? 0 : (2 * common.length) / (before.length + after.length);
}
