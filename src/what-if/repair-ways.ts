import type { Trial } from './slip-trial';
import { partOf, type Walk } from './walk';

/** The ways to repair a slip with steps of the procedure: which steps are done again, and where it then goes on. */

/** Steps of the procedure that are done again. */
export interface StepsAgain {
  readonly kind: 'steps';
  /** the indexes of the steps, in order; none: the procedure just goes on */
  readonly again: readonly number[];
  /** the index of the step with which the procedure goes on */
  readonly next: number;
}

/** A stage of the whole change on a machine. */
export interface RestStage {
  readonly stage: string;
  /** FQDN */
  readonly machine: string;
}

/** The number of repairs that are tried for one slip. */
const MOST_TRIED = 60;

/**
 * The ways that are tried, the shortest first: the slipped steps are done late, or the procedure is done again from an
 * earlier step. It goes on with the step that noticed the slip, or with the one after that.
 */
export function repairWays(walk: Walk, { slip, notice }: Trial): readonly StepsAgain[] {
  const next = notice?.at ?? walk.steps.length;
  const late: StepsAgain = { kind: 'steps', again: actions(walk, slip.at, slip.next), next };
  const back = Array.from({ length: next + 1 }, (_, index) => next - index).map(
    (from): StepsAgain => ({ kind: 'steps', again: actions(walk, from, next), next }),
  );
  const onMachine = onSameMachine(walk, slip.at, next).map((again): StepsAgain => ({ ...late, again }));
  const passing: readonly StepsAgain[] =
    notice && next < walk.steps.length
      ? [{ ...late, again: [], next: next + 1 }, ...[late, ...onMachine].map(passedOver)]
      : [];
  return [
    late,
    ...onMachine,
    ...back.filter(({ again: [first] }) => first === undefined || begins(walk, first, next)),
    ...passing,
  ]
    .sort((one, other) => one.again.length - other.again.length)
    .slice(0, MOST_TRIED);
}

/** The steps of a way and of the rest of the procedure, as whole stages on machines; null if it has a part of one only. */
export function partsOfWay(walk: Walk, { again, next }: StepsAgain): readonly RestStage[] | null {
  const done = [...again, ...actions(walk, next, walk.steps.length)];
  const groups = done.filter((index, place) => partOf(walk.steps[index]) !== partOf(walk.steps[done[place - 1] ?? -1]));
  const isWhole = groups.every((first) => {
    const part = partAround(walk, first);
    const from = done.indexOf(first);
    return part.every((index, offset) => done[from + offset] === index);
  });
  const stages = groups.flatMap((index) => {
    const place = walk.steps[index]?.place;
    return place ? [{ stage: place.stage.id, machine: place.machine }] : [];
  });
  return isWhole && stages.length === groups.length ? stages : null;
}

function passedOver(way: StepsAgain): StepsAgain {
  return { ...way, next: way.next + 1 };
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

function actions({ steps }: Walk, from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index).filter((index) => !steps[index]?.isCheck);
}
