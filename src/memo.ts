/**
 * Memos: a pure function of values is computed once for the same arguments. Everything in the simulation is an
 * immutable value, so a repeated answer has no visible effect. Memos keep neither errors that `make` throws nor
 * `undefined`.
 */

/** Keeps an answer for each value. The answer is released together with its value. */
export type IdentityMemo<K extends object, T> = (key: K, make: () => T) => T;

/** Keeps an answer for each name, up to a maximum number of names. */
export type NamedMemo<T> = (name: string, make: () => T) => T;

/** Keeps an answer for each value and name. */
export type Memo<T> = (key: object, name: string, make: () => T) => T;

/** Keeps an answer for each pair of values. */
export type PairMemo<A extends object, B extends object, T> = (first: A, second: B, make: () => T) => T;

/** Keeps an answer for each value: the one for the context in which the value was used last. */
export type LatestMemo<K extends object, C extends object, T> = (key: K, context: C, make: () => T) => T;

const MOST_NAMES = 1000;

/** A memo keyed by the identity of a value. */
export function identityMemo<K extends object, T>(): IdentityMemo<K, T> {
  const answers = new WeakMap<K, T>();
  return (key, make) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make();
    answers.set(key, made);
    return made;
  };
}

/** A memo keyed by text. When it contains `most` names, the oldest name is removed. */
export function namedMemo<T>(most = MOST_NAMES): NamedMemo<T> {
  const answers = new Map<string, T>();
  return (name, make) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const made = make();
    if (answers.size >= most) dropOldest(answers);
    answers.set(name, made);
    return made;
  };
}

/** A memo keyed by the identity of a value and a name, with at most `most` names for each value. */
export function memo<T>(most = MOST_NAMES): Memo<T> {
  const byKey = identityMemo<object, NamedMemo<T>>();
  const create = (): NamedMemo<T> => namedMemo(most);
  return (key, name, make) => byKey(key, create)(name, make);
}

/** A memo keyed by the identities of two values. */
export function pairMemo<A extends object, B extends object, T>(): PairMemo<A, B, T> {
  const byFirst = identityMemo<A, IdentityMemo<B, T>>();
  const create = (): IdentityMemo<B, T> => identityMemo();
  return (first, second, make) => byFirst(first, create)(second, make);
}

/** A memo keyed by the identity of a value, which forgets its answer when the value is used in another context. */
export function latestMemo<K extends object, C extends object, T>(): LatestMemo<K, C, T> {
  const answers = new WeakMap<K, { readonly context: C; readonly answer: T }>();
  return (key, context, make) => {
    const known = answers.get(key);
    if (known?.context === context) return known.answer;
    const answer = make();
    answers.set(key, { context, answer });
    return answer;
  };
}

function dropOldest(answers: Map<string, unknown>): void {
  const [oldest] = answers.keys();
  if (oldest !== undefined) answers.delete(oldest);
}
