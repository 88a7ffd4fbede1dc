/** "Did you mean …?": the only candidate that differs from the written text by a typing error. */
export function suggestion(written: string, candidates: readonly string[]): string | undefined {
  const near = candidates.filter((candidate) => isSlip(written.toLowerCase(), candidate.toLowerCase()));
  return near.length === 1 && near[0] !== written ? near[0] : undefined;
}

/** One edit in a short word, more in longer ones. Different digits are a different value, not a typing error. */
function isSlip(written: string, candidate: string): boolean {
  if (written === candidate) return true;
  if (/^\d+$/.test(written) || written.length > 64) return false;
  const allowed = candidate.length < 4 ? 0 : candidate.length < 8 ? 1 : candidate.length < 14 ? 2 : 3;
  return distance(written, candidate) <= allowed;
}

/** The number of edits (insert, delete, replace, transpose) from one text to the other: optimal string alignment. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
