import type { Deployment } from '../deployment/deployment';
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

/** Some operations carried out one after another: the steps that were taken, and how often each law was tried. */
export interface Run {
  readonly steps: readonly Step[];
  readonly witnesses: ReadonlyMap<string, number>;
  readonly violation: Violation | null;
}

/** Carries the operations out on that deployment, up to the first law that is broken. */
export function runOf(system: System, deployment: Deployment, operations: readonly Operation[]): Run {
  const witnesses = new Map<string, number>();
  const steps: Step[] = [];
  const broken = guarded(() => {
    let state = stateOf(system, deployment);
    let found = inState(witnesses, state);
    for (const operation of operations) {
      const step = found ? null : take(system, state, operation);
      if (!step) continue;
      steps.push(step);
      count(witnesses, NO_BUG);
      state = step.after;
      found = ofStep(witnesses, step) ?? inState(witnesses, state);
    }
    return found ?? atEnd(witnesses, state, system);
  });
  return { steps, witnesses, violation: broken };
}

type Witnesses = Map<string, number>;

function ofStep(witnesses: Witnesses, step: Step): Violation | null {
  return first(witnesses, (law) => law.ofStep?.(step));
}

function inState(witnesses: Witnesses, state: State): Violation | null {
  return first(witnesses, (law) => law.ofState?.(state));
}

function atEnd(witnesses: Witnesses, state: State, system: System): Violation | null {
  return first(witnesses, (law) => law.ofEnd?.(state, system));
}

function first(witnesses: Witnesses, look: (law: Law) => Verdict | undefined): Violation | null {
  for (const law of LAWS) {
    const verdict = look(law) ?? 'not tried';
    if (verdict === 'held') count(witnesses, law.name);
    else if (verdict !== 'not tried') return { law: law.name, ...verdict };
  }
  return null;
}

/** What is thrown and is no Refusal is a bug of the simulation. */
function guarded(explore: () => Violation | null): Violation | null {
  try {
    return explore();
  } catch (error) {
    return { law: NO_BUG, detail: error instanceof Error ? error.message : String(error), claim: [] };
  }
}

function count(witnesses: Witnesses, law: string): void {
  witnesses.set(law, (witnesses.get(law) ?? 0) + 1);
}
