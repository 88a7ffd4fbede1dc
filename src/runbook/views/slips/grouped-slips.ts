/** Things with the same key together, in their order. */
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const known = groups.get(keyOf(thing));
    if (known) known.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return [...groups.values()];
}
