import type { Finding } from '../judge/finding';
import { identityMemo } from '../memo';
import { type Deployment, firstPool } from '../world/deployment';
import { lostConnections } from './consequence';
import { partsOfWay, type RestStage, repairWays, type StepsAgain } from './repair-ways';
import { restOfWalk } from './rest-of-walk';
import type { ScenarioWorld } from './scenario-world';
import { sameFuture } from './situation';
import { detached, endOf, newFindings, type Trial } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { Walk } from './walk';

/** What remains to be done, which replaces the rest of the procedure. */
interface RemainingStages {
  readonly kind: 'rest';
  readonly stages: readonly RestStage[];
}

/** The repair of a slip. It was executed. */
export type Repair = (StepsAgain | RemainingStages) & {
  /** warnings that remain after it, where no way without them was found; the page of each says what to do */
  readonly leaves: readonly Finding[];
};

/** The stages that remain from a deployment to a consistent one, and the deployment after them. */
export interface FoundStages {
  readonly stages: readonly RestStage[];
  readonly after: Deployment;
}

/** Searches what remains to be done on a pool; null if nothing leads to a consistent pool. */
export type RestFinder = (deployment: Deployment, pool: string) => FoundStages | null;

/**
 * The shortest repair that was found. The slipped steps are done late, or the procedure is done again from an earlier step.
 * If neither holds, it is the rest of the change from the state that the slip left, or that rest together with stages of the
 * procedure. After the repair, the judge found nothing that it would not have found without the slip, and every connection
 * works that works without the slip. If there is no such repair, it is the shortest one that leaves only warnings. Undefined
 * if no repair was found.
 */
export function repairOf(walk: Walk, trial: Trial, performer: StepPerformer, rest: RestFinder): Repair | undefined {
  const { world } = trial;
  const steps = bySteps(walk, trial, world, performer);
  if (steps?.leaves.length === 0) return steps;
  const found = stagesFrom(walk, world.console.deployment, rest);
  const leaves = found && warningsAt(walk, found.after);
  const stages: Repair | undefined = leaves && { kind: 'rest', stages: found.stages, leaves };
  if (stages?.leaves.length === 0) return stages;
  return (
    (found && stagesThenSteps(walk, trial, found, performer)) ??
    stepsThenStages(walk, trial, performer, rest) ??
    steps ??
    stages
  );
}

/** The first way with steps that leaves nothing, or else the first one that leaves only warnings. */
function bySteps(
  walk: Walk,
  trial: Trial,
  start: ScenarioWorld,
  performer: StepPerformer,
): (StepsAgain & Repair) | undefined {
  let leaving: (StepsAgain & Repair) | undefined;
  for (const way of repairWays(walk, trial)) {
    const end = afterWay(walk, way, start, performer);
    const leaves = end && warningsAt(walk, end);
    if (leaves?.length === 0) return { ...way, leaves };
    if (leaves) leaving ??= { ...way, leaves };
  }
  return leaving;
}

/** The rest of the change repairs the state first; then whole stages of the procedure are carried out. */
function stagesThenSteps(
  walk: Walk,
  trial: Trial,
  { stages, after }: FoundStages,
  performer: StepPerformer,
): Repair | undefined {
  const start = detached(trial.world);
  start.console = { ...start.console, deployment: after };
  const way = bySteps(walk, trial, start, performer);
  const parts = way?.leaves.length === 0 ? partsOfWay(walk, way) : null;
  return parts ? { kind: 'rest', stages: [...stages, ...parts], leaves: [] } : undefined;
}

/** Whole stages of the procedure are carried out again, and the rest of the change repairs what they leave. */
function stepsThenStages(walk: Walk, trial: Trial, performer: StepPerformer, rest: RestFinder): Repair | undefined {
  for (const way of repairWays(walk, trial)) {
    const parts = partsOfWay(walk, way);
    const end = parts && parts.length > 0 ? afterWay(walk, way, trial.world, performer) : undefined;
    const found = end && stagesFrom(walk, end, rest);
    if (parts && found && warningsAt(walk, found.after)?.length === 0)
      return { kind: 'rest', stages: [...parts, ...found.stages], leaves: [] };
    if (end) return undefined;
  }
  return undefined;
}

/** The deployment after a repair with steps and the rest of the procedure; undefined if a step of them cannot be done. */
function afterWay(
  walk: Walk,
  { again, next }: StepsAgain,
  start: ScenarioWorld,
  performer: StepPerformer,
): Deployment | undefined {
  let world = start;
  for (const index of again) {
    const step = walk.steps[index]?.step;
    if (!step) return undefined;
    const { world: after, problem } = performer.perform(world, step);
    if (problem) return undefined;
    world = after;
  }
  const { world: end, stops } = restOfWalk(walk, { from: next, world }, performer);
  return stops.length > 0 ? undefined : end.console.deployment;
}

/** What the judge newly finds, if it is only warnings and no connection is lost. */
function warningsAt(walk: Walk, deployment: Deployment): readonly Finding[] | undefined {
  const right = endOf(walk);
  const found = newFindings(right, deployment);
  if (found.some(({ severity }) => severity === 'error')) return undefined;
  return lostConnections(right, deployment).length > 0 ? undefined : found;
}

/** What was searched for earlier slips of a procedure. The most that are kept is a bound for the memory. */
const searched = identityMemo<Walk, { readonly start: Deployment; readonly found: FoundStages | undefined }[]>();
const MOST_SEARCHED = 20;

/** The stages that remain on the pool of the procedure, and on each other pool with new findings. */
function stagesFrom(walk: Walk, start: Deployment, rest: RestFinder): FoundStages | undefined {
  const earlier = searched(walk, () => []);
  const known = earlier.find((one) => sameFuture(one.start, start));
  if (known) return known.found;
  const found = searchStages(walk, start, rest);
  earlier.unshift({ start, found });
  earlier.splice(MOST_SEARCHED);
  return found;
}

function searchStages(walk: Walk, start: Deployment, rest: RestFinder): FoundStages | undefined {
  const pools = [firstPool(start).fqdn, ...newFindings(endOf(walk), start).map(({ pool }) => pool)];
  let found: FoundStages = { stages: [], after: start };
  for (const pool of new Set(pools)) {
    const next = rest(found.after, pool);
    if (!next) return undefined;
    found = { stages: [...found.stages, ...next.stages], after: next.after };
  }
  return found.stages.length > 0 ? found : undefined;
}
