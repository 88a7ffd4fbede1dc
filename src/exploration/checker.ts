import type { Deployment } from '../world/deployment';
import type { Breach, Domain, ExploredState, Law, Step, System, Verdict } from './explored-system';
import { NO_BUG } from './law';
import { attemptOperation, stateOf } from './step';

/** A law that was broken. */
export interface Violation extends Breach {
  readonly law: string;
}

/** The laws that were tested and held, and the first that was broken. */
export interface LawResults {
  readonly held: readonly string[];
  readonly violation: Violation | null;
}

type InitialState<D extends Domain> = LawResults & { readonly state: ExploredState<D> };
type Applied<D extends Domain> = LawResults & { readonly step: Step<D> };

/** Applies operations to the states of a system, and checks every law. */
export interface Checker<D extends Domain> {
  readonly system: System<D>;
  /** the state before any operation */
  readonly initialState: (deployment: Deployment) => InitialState<D>;
  /** the outcome of an operation; null when it is skipped */
  readonly apply: (state: ExploredState<D>, operation: D['operation']) => Applied<D> | null;
  /** the laws about what can still be done from a state */
  readonly finish: (state: ExploredState<D>) => LawResults;
}

/** Checks without a memo, for searches that reach each state once. */
export function uncachedChecker<D extends Domain>(system: System<D>): Checker<D> {
  const check = (look: (law: Law<D>) => Verdict | undefined): LawResults => checkLaws(system.laws, look);
  return {
    system,
    initialState: (deployment) => {
      const state = stateOf(system, deployment);
      return { state, ...check((law) => law.ofState?.(state)) };
    },
    apply: (state, operation) => {
      const step = attemptOperation(system, state, operation);
      if (!step) return null;
      const { held, violation } = check((law) => law.ofStep?.(step, system));
      if (violation) return { step, held: [NO_BUG, ...held], violation };
      const after = check((law) => law.ofState?.(step.after));
      return { step, held: [NO_BUG, ...held, ...after.held], violation: after.violation };
    },
    finish: (state) => check((law) => law.ofEnd?.(state, system)),
  };
}

/** All outcomes are forgotten when the memo holds this number of operations. */
const MAX_MEMO = 2000;

/**
 * Checks with a memo: states and operations are values, so the same operation on the same state has the same outcome.
 * Shortening a plan applies the same operations many times.
 */
export function cachedChecker<D extends Domain>(system: System<D>): Checker<D> {
  const uncached = uncachedChecker(system);
  let memo = emptyMemo<D>();
  return {
    system,
    initialState: (deployment) => {
      const known = memo.initialStates.get(deployment) ?? uncached.initialState(deployment);
      memo.initialStates.set(deployment, known);
      return known;
    },
    apply: (state, operation) => {
      const outcomes = memo.outcomes.get(state) ?? new Map<string, Applied<D> | null>();
      const name = JSON.stringify(operation);
      const known = outcomes.get(name);
      if (known !== undefined) return known;
      const outcome = uncached.apply(state, operation);
      if (memo.size >= MAX_MEMO) memo = emptyMemo();
      memo.size += 1;
      memo.outcomes.set(state, outcomes.set(name, outcome));
      return outcome;
    },
    finish: (state) => {
      const known = memo.ends.get(state) ?? uncached.finish(state);
      memo.ends.set(state, known);
      return known;
    },
  };
}

function emptyMemo<D extends Domain>() {
  return {
    size: 0,
    initialStates: new WeakMap<Deployment, InitialState<D>>(),
    outcomes: new WeakMap<ExploredState<D>, Map<string, Applied<D> | null>>(),
    ends: new WeakMap<ExploredState<D>, LawResults>(),
  };
}

function checkLaws<D extends Domain>(laws: readonly Law<D>[], look: (law: Law<D>) => Verdict | undefined): LawResults {
  const held: string[] = [];
  for (const law of laws) {
    const verdict = look(law) ?? 'not tried';
    if (verdict === 'held') held.push(law.name);
    else if (verdict !== 'not tried') return { held, violation: { law: law.name, ...verdict } };
  }
  return { held, violation: null };
}
