/** What a state says about a thing. A new state is a row here, a word with a meaning in each language, and a mark. */
interface StateTraits {
  /** whether the thing was executed, and whether its result was as written */
  readonly result: 'as written' | 'fails as documented' | 'other' | 'not executed';
  /** whether it needs no attention */
  readonly settled: boolean;
  /** whether it counts in the combined state of several things that have other states as well */
  readonly counted: boolean;
}

const STATES = {
  verified: { result: 'as written', settled: true, counted: true },
  refused: { result: 'fails as documented', settled: true, counted: true },
  stale: { result: 'as written', settled: true, counted: true },
  failing: { result: 'other', settled: false, counted: true },
  undefined: { result: 'not executed', settled: false, counted: true },
  ambiguous: { result: 'not executed', settled: false, counted: true },
  pending: { result: 'other', settled: false, counted: true },
  skipped: { result: 'not executed', settled: false, counted: true },
  waived: { result: 'not executed', settled: true, counted: false },
  'not-applicable': { result: 'not executed', settled: true, counted: false },
  'not-run': { result: 'not executed', settled: true, counted: true },
} as const satisfies Readonly<Record<string, StateTraits>>;

/**
 * The state of a scenario, step or procedure for the reader. `refused` is a failure at the step that names it. `stale` is
 * a result that held before one of its inputs changed.
 */
export type State = keyof typeof STATES;

/** The traits of a state. */
export function traitsOf(state: State): StateTraits {
  return STATES[state];
}

/** The states that do not count beside others; without others, the first one is used. */
export const UNCOUNTED: readonly State[] = statesIn(STATES).filter((state) => !STATES[state].counted);

function statesIn(table: Readonly<Record<State, StateTraits>>): readonly State[] {
  return Object.keys(table).filter((name): name is State => Object.hasOwn(table, name));
}

/** Whether it was executed and its result was as written. */
export function wentAsWritten(state: State): boolean {
  return traitsOf(state).result === 'as written';
}

/** Whether it was executed and what it says holds, a documented failure included. */
export function holds(state: State): boolean {
  return wentAsWritten(state) || traitsOf(state).result === 'fails as documented';
}

/** Whether it was executed. */
export function wasExecuted(state: State): boolean {
  return traitsOf(state).result !== 'not executed';
}

/** Whether an operator may record the thing as done: not what failed, has no step definition, or does not apply. */
export function mayBeDone(state: State): boolean {
  return traitsOf(state).settled && state !== 'not-applicable';
}
