/** How often each name occurs. Every name that may occur has a number. */
export function countsOf<K extends string>(names: readonly K[], found: readonly K[]): Readonly<Record<K, number>> {
  const complete = (counts: Partial<Record<K, number>>): counts is Record<K, number> =>
    names.every((name) => name in counts);
  const counts: Partial<Record<K, number>> = {};
  for (const name of names) counts[name] = found.filter((one) => one === name).length;
  if (!complete(counts)) throw new Error('each name has been counted');
  return counts;
}
