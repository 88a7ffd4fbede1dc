/** How often each name occurs; every name that may occur has its number. */
export function tally<K extends string>(names: readonly K[], found: readonly K[]): Readonly<Record<K, number>> {
  const complete = (counts: Partial<Record<K, number>>): counts is Record<K, number> =>
    names.every((name) => name in counts);
  const counts: Partial<Record<K, number>> = {};
  for (const name of names) counts[name] = found.filter((one) => one === name).length;
  if (!complete(counts)) throw new Error('each name has been counted');
  return counts;
}
