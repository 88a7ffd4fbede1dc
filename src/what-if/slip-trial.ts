import { type Finding, useTitleIn } from '../judge/finding';
import { judgeDeployment } from '../judge/judge';
import { sameState } from '../world/same-state';
import { forkOf, type ScenarioWorld } from './scenario-world';
import type { Slip } from './slip';
import type { StepPerformer, StepProblem } from './step-performer';
import type { Walk } from './walk';

/** Where a slip is noticed. */
export interface Notice {
  /** `refusal`: a machine refused; `screen`: the screen is not as a step says; `check`: a check of the procedure fails */
  readonly by: 'refusal' | 'screen' | 'check';
  /** the index of the step that could not be done as it is written; that of the slip itself if it was refused at once */
  readonly at: number;
  /** how many further steps were begun after the slip; 0: at once */
  readonly distance: number;
  readonly problem: StepProblem;
}

/** What a slip leads to. */
export interface Trial {
  readonly slip: Slip;
  /** null: no step of the procedure notices it */
  readonly notice: Notice | null;
  /** what the judge finds at the end, and would not have found without the slip; none if the slip was noticed */
  readonly findings: readonly Finding[];
  /** whether the end is the same as without the slip */
  readonly isHarmless: boolean;
  /** the scenario where the slip was noticed, or at the end */
  readonly world: ScenarioWorld;
}

/** Performs a slip, and then the rest of the procedure as it is written, until a step cannot be done so. */
export function tried(walk: Walk, slip: Slip, performer: StepPerformer): Trial {
  let world = startOf(walk, slip);
  const noticed = (at: number, distance: number, problem: StepProblem): Trial => {
    const by = problem.kind === 'refused' ? 'refusal' : walk.steps[at]?.isCheck ? 'check' : 'screen';
    return { slip, notice: { by, at, distance, problem }, findings: [], isHarmless: false, world };
  };
  for (const step of slip.instead) {
    const { world: next, problem } = performer.perform(world, step);
    if (problem) return noticed(slip.at, 0, problem);
    world = next;
  }
  for (const [offset, { step }] of walk.steps.slice(slip.next).entries()) {
    const { world: next, problem } = performer.perform(world, step);
    if (problem) return noticed(slip.next + offset, offset + 1, problem);
    world = next;
  }
  const unchecked = performer.unchecked(world);
  if (unchecked) return noticed(walk.steps.length - 1, walk.steps.length - slip.next, unchecked);
  return ended(walk, slip, world);
}

/** The scenario before the slip, with a console that no memo knows, so that nothing of the slip outlives it. */
function startOf({ states }: Walk, { at }: Slip): ScenarioWorld {
  const state = states[at];
  if (!state) throw new Error(`the procedure has no step ${at + 1}`);
  const world = forkOf(state);
  world.console = { ...world.console };
  return world;
}

function ended(walk: Walk, slip: Slip, world: ScenarioWorld): Trial {
  const right = endOf(walk);
  const { deployment } = world.console;
  const isHarmless = deployment === right || sameState(deployment, right);
  return { slip, notice: null, findings: isHarmless ? [] : newFindings(right, deployment), isHarmless, world };
}

/** The deployment after the procedure as it is written. */
export function endOf({ states }: Walk): ScenarioWorld['console']['deployment'] {
  const last = states.at(-1);
  if (!last) throw new Error('the procedure has no steps');
  return last.console.deployment;
}

/** The findings about the second deployment that the first one does not have. */
export function newFindings(
  right: ScenarioWorld['console']['deployment'],
  other: ScenarioWorld['console']['deployment'],
): readonly Finding[] {
  const known = new Set(judgeDeployment(right).map(nameOf));
  return judgeDeployment(other).filter((finding) => !known.has(nameOf(finding)));
}

/** What makes two findings the same: their details also contain thumbprints and dates. */
function nameOf(finding: Finding): string {
  const { code, server = '', pool, cause = '' } = finding;
  return [code, pool, server, cause, useTitleIn(finding) ?? ''].join(' ');
}
