/**
 * What follows from a value is found out once: the simulated world is a value, so that the same step on the same
 * console has the same outcome, and scenarios that begin alike share their beginning.
 *
 * @returns gives what `make` gave for that value under that name, making it the first time
 */
export function remembering<T>(): (value: object, name: string, make: () => T) => T {
  const known = new WeakMap<object, Map<string, { readonly answer: T }>>();
  return (value, name, make) => {
    const answers = known.get(value) ?? new Map<string, { readonly answer: T }>();
    const entry = answers.get(name) ?? { answer: make() };
    known.set(value, answers.set(name, entry));
    return entry.answer;
  };
}
