import type { Domain, Law, Verdict } from './explored-system';

/** The law that the simulation either performs or refuses every operation. */
export const NO_BUG = 'every operation is carried out or refused';

/** The names of all laws; the first one is `NO_BUG`. */
export function lawNames<D extends Domain>(laws: readonly Law<D>[]): readonly string[] {
  return [NO_BUG, ...laws.map(({ name }) => name)];
}

/** The claim that the judge finds no error, as sentences of a scenario. */
export const NO_ERROR: readonly string[] = ['When the judge looks at the pool', 'Then the judge finds no error'];

/** A breach with the first detail, if any is given; else `held`, if the law was tested. */
export function verdict(tested: boolean, details: readonly string[], claim: readonly string[] = NO_ERROR): Verdict {
  const [detail] = details;
  if (detail !== undefined) return { detail, claim };
  return tested ? 'held' : 'not tried';
}
