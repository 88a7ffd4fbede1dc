import type { Deployment } from '../world/deployment';
import { NO_BUG } from './laws/laws';
import type { Operation } from './operation';
import { begun, type Findings, gone, stopped, type Violation } from './remembered';
import type { System } from './state';
import type { Step } from './step';

/** Some operations carried out one after another: the steps that were taken, and how often each law was tried. */
export interface Run {
  readonly steps: readonly Step[];
  readonly witnesses: ReadonlyMap<string, number>;
  readonly violation: Violation | null;
}

/**
 * Carries the operations out on that deployment, up to the first law that is broken. What can still be done from where
 * they have led is tried at the end, and halfway.
 */
export function runOf(system: System, deployment: Deployment, operations: readonly Operation[]): Run {
  const witnesses = new Map<string, number>();
  const steps: Step[] = [];
  const told = (findings: Findings): Violation | null => {
    for (const law of findings.held) witnesses.set(law, (witnesses.get(law) ?? 0) + 1);
    return findings.violation;
  };
  const violation = guarded(() => {
    const start = begun(system, deployment);
    let { state } = start;
    let found = told(start);
    for (const [index, operation] of operations.entries()) {
      const taken = found ? null : gone(system, state, operation);
      if (taken) {
        steps.push(taken.step);
        state = taken.step.after;
        found = told(taken);
      }
      if (!found && index + 1 === Math.floor(operations.length / 2)) found = told(stopped(system, state));
    }
    return found ?? told(stopped(system, state));
  });
  return { steps, witnesses, violation };
}

/** What is thrown and is no Refusal is a bug of the simulation. */
function guarded(explore: () => Violation | null): Violation | null {
  try {
    return explore();
  } catch (error) {
    return { law: NO_BUG, detail: error instanceof Error ? error.message : String(error), claim: [] };
  }
}
