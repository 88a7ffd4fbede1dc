import { type Finding, useTitleIn } from '../judge/finding';
import { judgeDeployment } from '../judge/judge';
import { identityMemo } from '../memo';
import type { Deployment } from '../world/deployment';
import { endWorldOf, restOfWalk, type Stop } from './rest-of-walk';
import { forkOf, type ScenarioWorld } from './scenario-world';
import { sameEnd } from './situation';
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
  const { world, stop } = slipped(startOf(walk, slip), slip, performer);
  if (stop) return noticed(walk, slip, world, stop, 0);
  const rest = restOfWalk(walk, { from: slip.next, world }, performer);
  const [stopped] = rest.stops;
  if (stopped) return noticed(walk, slip, rest.world, stopped, stopped.at - slip.next + 1);
  return ended(walk, slip, rest.world);
}

/** The scenario after a slip, or before the first part of it that could not be done. */
export function slipped(
  start: ScenarioWorld,
  { at, instead }: Slip,
  performer: StepPerformer,
): { readonly world: ScenarioWorld; readonly stop: Stop | null } {
  let world = start;
  for (const step of instead) {
    const { world: next, problem } = performer.perform(world, step);
    if (problem) return { world, stop: { at, problem } };
    world = next;
  }
  return { world, stop: null };
}

function noticed(walk: Walk, slip: Slip, world: ScenarioWorld, { at, problem }: Stop, distance: number): Trial {
  const by = noticeBy(walk, at, problem);
  return { slip, notice: { by, at, distance, problem }, findings: [], isHarmless: false, world };
}

/** How a problem at a step is noticed. */
export function noticeBy({ steps }: Walk, at: number, { kind }: StepProblem): Notice['by'] {
  if (kind === 'refused') return 'refusal';
  return steps[at]?.isCheck ? 'check' : 'screen';
}

/** The scenario before the slip, with a console that no memo knows, so that nothing of the slip outlives it. */
export function startOf({ states }: Walk, { at }: Slip): ScenarioWorld {
  const state = states[at];
  if (!state) throw new Error(`the procedure has no step ${at + 1}`);
  return detached(state);
}

/** A copy of a scenario with a console that no memo knows. */
export function detached(state: ScenarioWorld): ScenarioWorld {
  const world = forkOf(state);
  world.console = { ...world.console };
  return world;
}

function ended(walk: Walk, slip: Slip, world: ScenarioWorld): Trial {
  const right = endOf(walk);
  const { deployment } = world.console;
  const isEqual = sameEnd(deployment, right);
  // later, the same certificates may have ended
  const isLater = deployment.determinism.now !== right.determinism.now;
  const findings = isEqual && !isLater ? [] : newFindings(right, deployment);
  return { slip, notice: null, findings, isHarmless: isEqual && findings.length === 0, world };
}

/** The deployment after the procedure as it is written. */
export function endOf(walk: Walk): Deployment {
  return endWorldOf(walk).console.deployment;
}

/** The findings about the second deployment that the first one does not have. */
export function newFindings(right: Deployment, other: Deployment): readonly Finding[] {
  const known = judgedNames(right);
  return judgedIn(other).filter((finding) => !known.has(nameOf(finding)));
}

/** What the judge finds, each by a name without thumbprints and dates. */
export function judgedNames(deployment: Deployment): ReadonlySet<string> {
  return new Set(judgedIn(deployment).map(nameOf));
}

function judgedIn(deployment: Deployment): readonly Finding[] {
  return judged(deployment, () => judgeDeployment(deployment));
}

const judged = identityMemo<Deployment, readonly Finding[]>();

/** What makes two findings the same: their details also contain thumbprints and dates. */
export function nameOf(finding: Finding): string {
  const { code, server = '', pool, cause = '' } = finding;
  return [code, pool, server, cause, useTitleIn(finding) ?? ''].join(' ');
}
