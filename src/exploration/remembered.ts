import type { Deployment } from '../world/deployment';
import type { Law, Verdict } from './law';
import { LAWS, NO_BUG } from './laws/laws';
import type { Operation } from './operation';
import { type State, type System, stateOf } from './state';
import { type Step, take } from './step';

/** A law that was broken, by what was done up to then. */
export interface Violation {
  readonly law: string;
  readonly detail: string;
  readonly claim: readonly string[];
}

/** Which laws were tried and held, and the first one that was broken. */
export interface Findings {
  readonly held: readonly string[];
  readonly violation: Violation | null;
}

type Begun = Findings & { readonly state: State };
type Taken = Findings & { readonly step: Step };

/**
 * The same operation on the same state has the same outcome, for both are values. Shortening a plan goes the same way
 * many times; so outcomes are remembered, and all of them forgotten when there are so many.
 */
const MOST = 2000;

let memory = emptied();

function emptied() {
  return {
    count: 0,
    starts: new WeakMap<System, WeakMap<Deployment, Begun>>(),
    steps: new WeakMap<State, Map<string, Taken | null>>(),
    ends: new WeakMap<State, Findings>(),
  };
}

/** How things stand before anything is done. */
export function begun(system: System, deployment: Deployment): Begun {
  const starts = memory.starts.get(system) ?? new WeakMap<Deployment, Begun>();
  const known = starts.get(deployment);
  if (known) return known;
  const state = stateOf(system, deployment);
  const start = { state, ...looked((law) => law.ofState?.(state)) };
  memory.starts.set(system, starts.set(deployment, start));
  return start;
}

/** What comes of an operation; null when it is left out. */
export function gone(system: System, state: State, operation: Operation): Taken | null {
  const steps = memory.steps.get(state) ?? new Map<string, Taken | null>();
  const name = JSON.stringify(operation);
  const known = steps.get(name);
  if (known !== undefined) return known;
  const taken = taking(system, state, operation);
  if (memory.count >= MOST) memory = emptied();
  memory.count += 1;
  memory.steps.set(state, steps.set(name, taken));
  return taken;
}

/** What can still be done from there. */
export function stopped(system: System, state: State): Findings {
  const end = memory.ends.get(state) ?? looked((law) => law.ofEnd?.(state, system));
  memory.ends.set(state, end);
  return end;
}

/** Forgets everything: the next run is carried out anew. */
export function forget(): void {
  memory = emptied();
}

/** What comes of an operation, without remembering it; null when it is left out. */
export function taking(system: System, state: State, operation: Operation): Taken | null {
  const step = take(system, state, operation);
  if (!step) return null;
  const { held, violation } = looked((law) => law.ofStep?.(step));
  if (violation) return { step, held: [NO_BUG, ...held], violation };
  const after = looked((law) => law.ofState?.(step.after));
  return { step, held: [NO_BUG, ...held, ...after.held], violation: after.violation };
}

function looked(look: (law: Law) => Verdict | undefined): Findings {
  const held: string[] = [];
  for (const law of LAWS) {
    const verdict = look(law) ?? 'not tried';
    if (verdict === 'held') held.push(law.name);
    else if (verdict !== 'not tried') return { held, violation: { law: law.name, ...verdict } };
  }
  return { held, violation: null };
}
