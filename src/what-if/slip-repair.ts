import type { Deployment } from '../world/deployment';
import type { ScenarioWorld } from './scenario-world';
import { endOf, newFindings, type Trial } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { Walk, WalkStep } from './walk';

/** Steps of the procedure that are done again. */
interface StepsAgain {
  readonly kind: 'steps';
  /** the indexes of the steps, in order; none: the procedure just goes on */
  readonly again: readonly number[];
  /** the index of the step with which the procedure goes on */
  readonly next: number;
}

/** What remains to be done, which replaces the rest of the procedure. */
interface RemainingStages {
  readonly kind: 'rest';
  readonly stages: readonly RestStage[];
}

/** The repair of a slip. It was executed. */
export type Repair = StepsAgain | RemainingStages;

/** A stage of the whole change on a machine. */
export interface RestStage {
  readonly stage: string;
  /** FQDN */
  readonly machine: string;
}

/** The stages that remain from a deployment to a consistent one, and the deployment after them. */
export interface FoundStages {
  readonly stages: readonly RestStage[];
  readonly after: Deployment;
}

/** Searches what remains to be done; null if nothing leads to a consistent deployment. */
export type RestFinder = (deployment: Deployment) => FoundStages | null;

/** The number of repairs that are tried for one slip. */
const MOST_TRIED = 60;

/**
 * The shortest repair that was found. The slipped steps are done late, or the procedure is done again from an earlier step.
 * If neither holds, it is the rest of the change from the state that the slip left. After the repair, the judge found nothing
 * that it would not have found without the slip. Undefined if no repair was found.
 */
export function repairOf(walk: Walk, trial: Trial, performer: StepPerformer, rest: RestFinder): Repair | undefined {
  return stepsOf(walk, trial, performer) ?? restOf(walk, rest(trial.world.console.deployment));
}

/** The stages, if there are some, and the judge finds nothing new after them. */
function restOf(walk: Walk, found: FoundStages | null): RemainingStages | undefined {
  if (!found || found.stages.length === 0 || newFindings(endOf(walk), found.after).length > 0) return undefined;
  return { kind: 'rest', stages: found.stages };
}

function stepsOf(walk: Walk, { slip, notice, world }: Trial, performer: StepPerformer): StepsAgain | undefined {
  const next = notice?.at ?? walk.steps.length;
  const late: StepsAgain = { kind: 'steps', again: actions(walk, slip.at, slip.next), next };
  const back = Array.from({ length: next + 1 }, (_, index) => next - index).map(
    (from): StepsAgain => ({
      kind: 'steps',
      again: actions(walk, from, next),
      next,
    }),
  );
  const onMachine = onSameMachine(walk, slip.at, next).map((again): StepsAgain => ({ ...late, again }));
  const ways = [
    late,
    ...onMachine,
    ...back.filter(({ again: [first] }) => first === undefined || begins(walk, first, next)),
  ]
    .sort((one, other) => one.again.length - other.again.length)
    .slice(0, MOST_TRIED);
  return ways.find((way) => holds(walk, way, world, performer));
}

/** A repair begins near the place where the slip was noticed, or where a part of the procedure begins. */
function begins({ steps }: Walk, first: number, next: number): boolean {
  return next - first <= 20 || partOf(steps[first]) !== partOf(steps[first - 1]);
}

/** The actions of the part to which a step belongs. */
function partAround(walk: Walk, at: number): readonly number[] {
  const part = partOf(walk.steps[at]);
  const end = walk.steps.findIndex((step, index) => index > at && partOf(step) !== part);
  const start = walk.steps.findLastIndex((step, index) => index < at && partOf(step) !== part) + 1;
  return actions(walk, start, end < 0 ? walk.steps.length : end);
}

/** The actions of the part of a step; those and the ones of the next part on the same machine; and so on. */
function onSameMachine(walk: Walk, at: number, next: number): readonly (readonly number[])[] {
  const [first = at] = partAround(walk, at);
  const machine = walk.steps[at]?.place?.machine;
  const onMachine = actions(walk, first, Math.max(first, next)).filter(
    (index) => walk.steps[index]?.place?.machine === machine,
  );
  const ends = onMachine.flatMap((index, place) =>
    partOf(walk.steps[index]) === partOf(walk.steps[onMachine[place + 1] ?? -1]) ? [] : [place + 1],
  );
  return ends.map((end) => onMachine.slice(0, end));
}

function partOf(step: WalkStep | undefined): string {
  return `${step?.place?.stage.id} ${step?.place?.machine}`;
}

function actions({ steps }: Walk, from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index).filter((index) => !steps[index]?.isCheck);
}

function holds(walk: Walk, { again, next }: StepsAgain, start: ScenarioWorld, performer: StepPerformer): boolean {
  const rest = walk.steps.map((_, index) => index).slice(next);
  let world = start;
  for (const index of [...again, ...rest]) {
    const step = walk.steps[index]?.step;
    if (!step) return false;
    const { world: after, problem } = performer.perform(world, step);
    if (problem) return false;
    world = after;
  }
  return newFindings(endOf(walk), world.console.deployment).length === 0;
}
