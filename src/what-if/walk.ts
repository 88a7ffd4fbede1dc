import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type PickleStep } from '@cucumber/messages';
import { linesById } from '../gherkin/lines-by-id';
import { type PlanPlace, planPlaces } from '../gherkin/plan-comments';
import { citationsIn, idsByLine } from '../gherkin/source-comments';
import { InputError } from '../input-error';
import type { ScenarioWorld } from './scenario-world';
import type { StepPerformer, StepProblem } from './step-performer';

/** A step of a procedure, and where it belongs. */
export interface WalkStep {
  readonly step: PickleStep;
  /** 1 is the first */
  readonly number: number;
  /** the line in the feature */
  readonly line: number;
  /** the sentences that the step carries out */
  readonly sentences: readonly string[];
  /** where a plan says that the step belongs; undefined outside plans */
  readonly place: PlanPlace | undefined;
  /** whether the step only looks */
  readonly isCheck: boolean;
}

/** A procedure run or a plan that was performed as it is written: its steps, and the scenario before each of them. */
export interface Walk {
  /** the address of the feature */
  readonly address: string;
  readonly name: string;
  readonly preconditions: readonly PickleStep[];
  readonly steps: readonly WalkStep[];
  /** the scenario before each step, and after the last one */
  readonly states: readonly ScenarioWorld[];
}

/** The part of a plan to which a step belongs: what is done on one machine in one stage. */
export function partOf(step: WalkStep | undefined): string {
  return `${step?.place?.stage.id} ${step?.place?.machine}`;
}

/** The tags of scenarios that are walked. */
const WALKED = ['@procedure', '@plan'];

/**
 * The procedure runs and plans of a feature, performed as they are written up to the judge's findings.
 *
 * @param address of the feature, for messages
 * @throws InputError for a scenario whose steps do not hold as they are written
 */
export function walksIn(address: string, text: string, performer: StepPerformer): readonly Walk[] {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  const places = planPlaces(document);
  const lines = linesById(document);
  const cited = idsByLine(citationsIn(document), 'source');
  return compile(document, address, newId)
    .filter(({ tags }) => tags.some(({ name }) => WALKED.includes(name)))
    .map(({ name, steps }) => {
      const first = steps.findIndex(({ type }) => type !== 'Context');
      const preconditions = first < 0 ? steps : steps.slice(0, first);
      const placed = placedSteps(first < 0 ? [] : steps.slice(first), lines, places, cited);
      return performed({ address, name, preconditions, steps: placed }, performer);
    });
}

type Planned = Omit<Walk, 'states'>;

function placedSteps(
  steps: readonly PickleStep[],
  lines: ReadonlyMap<string, number>,
  places: ReadonlyMap<number, PlanPlace>,
  cited: ReadonlyMap<number, readonly string[]>,
): readonly WalkStep[] {
  let place: PlanPlace | undefined;
  return steps.map((step, index) => {
    const line = lines.get(step.astNodeIds[0] ?? '') ?? 0;
    place = places.get(line) ?? place;
    const isCheck = step.type === 'Outcome';
    return { step, number: index + 1, line, sentences: cited.get(line) ?? [], place, isCheck };
  });
}

/** Performs the steps as they are written. The judge's findings are no step of the operator: the walk ends before them. */
function performed(planned: Planned, performer: StepPerformer): Walk {
  let world = performer.begin();
  const attempt = (step: PickleStep, line: number): void => {
    const { world: next, problem } = performer.perform(world, step);
    refuse(problem, line);
    world = next;
  };
  const refuse = (problem: StepProblem | null, line: number): void => {
    if (problem)
      throw new InputError(
        `${planned.address}:${line}: "${planned.name}" does not hold as it is written: ${problem.message}`,
      );
  };
  for (const step of planned.preconditions) attempt(step, 0);
  const states = [world];
  const steps: WalkStep[] = [];
  for (const each of planned.steps) {
    attempt(each.step, each.line);
    if (world.findings !== null) break;
    steps.push(each);
    states.push(world);
  }
  refuse(performer.unchecked(world), planned.steps.at(-1)?.line ?? 0);
  return { ...planned, steps, states };
}
