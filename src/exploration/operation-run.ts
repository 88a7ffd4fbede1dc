import type { Deployment } from '../world/deployment';
import type { Checker, LawResults, Violation } from './checker';
import type { Domain, Step } from './explored-system';
import { NO_BUG } from './law';

/** A sequence of operations that was tried: its steps, and how often each law was tested. */
export interface Run<D extends Domain> {
  readonly steps: readonly Step<D>[];
  readonly witnesses: ReadonlyMap<string, number>;
  readonly violation: Violation | null;
}

/** Tries the operations on the deployment, up to the first broken law. The laws about ends are checked at the end and halfway. */
export function runOf<D extends Domain>(
  checker: Checker<D>,
  deployment: Deployment,
  operations: readonly D['operation'][],
): Run<D> {
  const witnesses = new Map<string, number>();
  const steps: Step<D>[] = [];
  const counted = (results: LawResults): Violation | null => {
    for (const law of results.held) witnesses.set(law, (witnesses.get(law) ?? 0) + 1);
    return results.violation;
  };
  const violation = guarded(() => {
    const start = checker.initialState(deployment);
    let { state } = start;
    let broken = counted(start);
    for (const [index, operation] of operations.entries()) {
      const applied = broken ? null : checker.apply(state, operation);
      if (applied) {
        steps.push(applied.step);
        state = applied.step.after;
        broken = counted(applied);
      }
      if (!broken && index + 1 === Math.floor(operations.length / 2)) broken = counted(checker.finish(state));
    }
    return broken ?? counted(checker.finish(state));
  });
  return { steps, witnesses, violation };
}

/** Anything thrown that is no Refusal is a bug of the simulation. */
function guarded(explore: () => Violation | null): Violation | null {
  try {
    return explore();
  } catch (error) {
    return { law: NO_BUG, detail: error instanceof Error ? error.message : String(error), claim: [] };
  }
}
