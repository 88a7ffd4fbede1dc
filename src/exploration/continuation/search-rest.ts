import type { Console } from '../../operator/console';
import { outcomeOn } from '../../operator/outcome';
import type { Deployment } from '../../world/deployment';
import type { Approach, ContinuedStage, ContinuedStep, FoundRest, RefusedStage, Verdicts } from './continuation';

/** What a search needs to know. */
export interface RestSearch {
  readonly judge: (deployment: Deployment) => Verdicts;
  /** the largest number of states that it may visit */
  readonly mostStates: number;
}

interface Reached {
  readonly console: Console;
  readonly steps: readonly ContinuedStep[];
  /** the stages before this index are decided */
  readonly next: number;
}

/**
 * The fewest steps of an approach after which the judge finds no error and no warning, or else no error. The stages keep
 * their order, and each is carried out on every machine where it is not done, or left out. States with fewer steps come
 * first. Each selection of stages is tried once, so that the outcome of a step is never computed again.
 */
export function searchRest(start: Console, approach: Approach, { judge, mostStates }: RestSearch): FoundRest {
  const refused: { readonly from: Reached; readonly stage: RefusedStage }[] = [];
  const waiting: Reached[] = [{ console: approach.begin(start), steps: [], next: 0 }];
  let [best, furthest]: [Reached | null, Reached | null] = [null, null];
  let visited = 0;
  while (waiting.length > 0 && visited < mostStates) {
    const reached = takeFewest(waiting);
    visited += 1;
    const { errors, warnings } = judge(reached.console.deployment);
    const isAllowed = approach.stages.slice(reached.next).every((one) => !one.isRequired || isDone(one, reached));
    if (isAllowed && errors.length === 0 && warnings.length === 0) return foundBy(reached, false);
    if (isAllowed && errors.length === 0) best ??= reached;
    if (reached.steps.length >= (furthest?.steps.length ?? 0)) furthest = reached;
    for (const [offset, stage] of approach.stages.slice(reached.next).entries()) {
      const outcome = carriedOut(reached, stage);
      if (outcome && 'code' in outcome) refused.push({ from: reached, stage: outcome });
      else if (outcome) waiting.push({ ...outcome, next: reached.next + offset + 1 });
      if (outcome && stage.isRequired) break;
    }
  }
  return foundBy(best, waiting.length > 0);

  function foundBy(reached: Reached | null, isBounded: boolean): FoundRest {
    const last = reached ?? furthest;
    const verdicts = judge((last?.console ?? start).deployment);
    const stopped = refused.filter(({ from }) => from === last).map(({ stage }) => stage);
    return { approach, steps: reached?.steps ?? null, verdicts, refused: reached ? [] : stopped, isBounded };
  }
}

function isDone(stage: ContinuedStage, { console }: Reached): boolean {
  return stage.machines(console.deployment).length === 0;
}

/** Takes the state with the fewest steps; of several, the one that was reached first. */
function takeFewest(waiting: Reached[]): Reached {
  const fewest = Math.min(...waiting.map(({ steps }) => steps.length));
  const [taken] = waiting.splice(
    waiting.findIndex(({ steps }) => steps.length === fewest),
    1,
  );
  if (!taken) throw new Error('no state is waiting');
  return taken;
}

/** The state after a stage on every machine where it is not done; null if it is done everywhere. */
function carriedOut(from: Reached, stage: ContinuedStage): Reached | RefusedStage | null {
  const machines = stage.machines(from.console.deployment);
  if (machines.length === 0) return null;
  let reached = from;
  for (const machine of machines) {
    const { console, refused } = outcomeOn(reached.console, (at) => stage.perform(at, machine));
    if (refused) return { stage: stage.id, machine, code: refused.code, reason: refused.message };
    const step = { stage: stage.id, machine, before: reached.console, after: console };
    reached = { ...reached, console, steps: [...reached.steps, step] };
  }
  return reached;
}
