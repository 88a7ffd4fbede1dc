import type { PickleStep } from '@cucumber/messages';
import { identityMemo } from '../memo';
import type { ScenarioWorld } from './scenario-world';
import { sameSituation } from './situation';
import type { StepPerformer, StepProblem } from './step-performer';
import type { Walk } from './walk';

/** A step that could not be done as it is written. */
export interface Stop {
  /** the index of the step */
  readonly at: number;
  readonly problem: StepProblem;
}

/** The rest of a procedure after it was performed. */
export interface RestRun {
  /** the scenario at the end, or before the step at which the rest was left */
  readonly world: ScenarioWorld;
  readonly stops: readonly Stop[];
}

/** Where the rest begins, and what happens at a step that cannot be done: the rest ends there, or passes it over. */
export interface RestStart {
  readonly from: number;
  readonly world: ScenarioWorld;
  readonly passOver?: true;
}

/**
 * Performs the rest of a procedure as it is written. At each logon, a scenario that is the same as the one without a slip,
 * or as that of an earlier slip, is not performed again: its end is known.
 */
export function restOfWalk(walk: Walk, start: RestStart, performer: StepPerformer): RestRun {
  const known = knownRests(walk, () => new KnownRests(walk));
  const passed: Passed[] = [];
  const stops: Stop[] = [];
  let { world } = start;
  const ended = (end: ScenarioWorld, more: readonly Stop[] = []): RestRun => {
    stops.push(...more);
    for (const one of passed) known.add(start, one, { world: end, stops: stops.slice(one.stops) });
    return { world: end, stops };
  };
  for (let at = start.from; at < walk.steps.length; at += 1) {
    const step = walk.steps[at]?.step;
    if (!step) break;
    if (isLogon(step)) {
      const rest = known.find(start, at, world);
      if (rest) return ended(rest.world, rest.stops);
      passed.push({ at, world, stops: stops.length });
    }
    const { world: next, problem } = performer.perform(world, step);
    if (problem) stops.push({ at, problem });
    if (problem && !start.passOver) return ended(world);
    world = problem ? performer.answered(world) : next;
  }
  const unchecked = performer.unchecked(world);
  return ended(world, unchecked ? [{ at: walk.steps.length - 1, problem: unchecked }] : []);
}

/** Whether the step is a logon, which closes all windows. */
export function isLogon({ text }: PickleStep): boolean {
  return /^the operator logs on to /.test(text);
}

/** The scenario after the procedure as it is written. */
export function endWorldOf({ states, steps }: Walk): ScenarioWorld {
  const last = states[steps.length];
  if (!last || steps.length === 0) throw new Error('the procedure has no steps');
  return last;
}

/** A scenario before a logon, and the number of stops until then. */
interface Passed {
  readonly at: number;
  readonly world: ScenarioWorld;
  readonly stops: number;
}

const knownRests = identityMemo<Walk, KnownRests>();

/** The most scenarios that are kept before one step, so that the memory stays flat. */
const MOST_KNOWN = 20;

/** The rests of a procedure that were performed, by the step and the scenario with which they begin. */
class KnownRests {
  readonly #walk: Walk;
  readonly #rests = new Map<string, { readonly world: ScenarioWorld; readonly run: RestRun }[]>();

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  find({ passOver }: RestStart, at: number, world: ScenarioWorld): RestRun | undefined {
    const right = this.#walk.states[at];
    if (right && sameSituation(right, world)) return { world: endWorldOf(this.#walk), stops: [] };
    return this.#rests.get(nameOf(passOver, at))?.find((known) => sameSituation(known.world, world))?.run;
  }

  add({ passOver }: RestStart, { at, world }: Passed, run: RestRun): void {
    const name = nameOf(passOver, at);
    const known = this.#rests.get(name) ?? [];
    if (known.length < MOST_KNOWN) known.push({ world, run });
    this.#rests.set(name, known);
  }
}

function nameOf(passOver: true | undefined, at: number): string {
  return `${passOver ? 'passing over' : 'as written'} ${at}`;
}
