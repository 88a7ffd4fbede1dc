/** Values in the order in which they were added, the last one first: adding one copies none. */
export interface Chain<T> {
  readonly last: T;
  readonly before: Chain<T> | null;
}

/** The values, the first one first. Null: there are none. */
export function listOf<T>(chain: Chain<T> | null): readonly T[] {
  const all: T[] = [];
  for (let rest = chain; rest; rest = rest.before) all.push(rest.last);
  return all.reverse();
}

/** The first chain followed by the other. */
export function joined<T>(first: Chain<T> | null, others: Chain<T> | null): Chain<T> | null {
  return first ? listOf(others).reduce<Chain<T>>((before, last) => ({ last, before }), first) : others;
}
