import type { State, System } from './state';
import type { Step } from './step';

/** What has to hold whatever is done. Each law says when it has been put to the test, so that it cannot pass untried. */
export interface Law {
  readonly name: string;
  /** looks at each operation that was tried */
  readonly ofStep?: (step: Step) => Verdict;
  /** looks at how things stand, at the beginning and after each operation */
  readonly ofState?: (state: State) => Verdict;
  /** goes on from where a run of operations ended */
  readonly ofEnd?: (state: State, system: System) => Verdict;
}

/** `not tried`: the law says nothing here. */
export type Verdict = 'not tried' | 'held' | Broken;

/** A law that does not hold: what was found, and the sentences that say in a scenario what had to be so. */
export interface Broken {
  readonly detail: string;
  readonly claim: readonly string[];
}

/** What a scenario claims where the judge has to be content. */
export const NO_ERROR: readonly string[] = ['When the judge looks at the pool', 'Then the judge finds no error'];

/** Broken by the first detail there is; else held, if the law was tried at all. */
export function verdict(tried: boolean, details: readonly string[], claim: readonly string[] = NO_ERROR): Verdict {
  const [detail] = details;
  if (detail !== undefined) return { detail, claim };
  return tried ? 'held' : 'not tried';
}
