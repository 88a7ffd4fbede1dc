import { DataTable } from '@cucumber/cucumber';
import type { PickleStep } from '@cucumber/messages';
import { type LoadedStep, stepsIn, worldOf } from '../execution/support-code/library';
import type { Fact } from '../fact';
import { Refusal } from '../refusal';
import { forkOf, isScenarioWorld, type ScenarioWorld } from './scenario-world';

/** Why a step could not be done as it is written. */
export interface StepProblem {
  /** `refused`: a machine refused; `unexpected`: the screen or a file is not as the step expects */
  readonly kind: 'refused' | 'unexpected';
  /** the code of the refusal */
  readonly code?: string;
  /** the request and the observed state, if a machine refused */
  readonly detail?: Fact;
  readonly message: string;
}

/** The scenario after a step, and what was noticed at it. */
export interface Performed {
  readonly world: ScenarioWorld;
  readonly problem: StepProblem | null;
}

/** Performs the steps of features one by one, each from any earlier state. The step definitions are those of a run. */
export class StepPerformer {
  readonly #definitions: readonly LoadedStep[];
  readonly #create: () => unknown;
  readonly #matches = new Map<string, Matched>();

  /**
   * @param library Cucumber's library of support code
   * @param parameters the world parameters of the run
   */
  constructor(library: object, parameters: object) {
    this.#definitions = stepsIn(library);
    const World = worldOf(library);
    this.#create = () => new World({ parameters, attach: nothing, log: nothing, link: nothing });
  }

  /** A scenario that is about to begin. */
  begin(): ScenarioWorld {
    const world = this.#create();
    if (!isScenarioWorld(world)) throw new Error('the steps have another world than those of the package');
    world.begin([], false);
    return world;
  }

  /** Performs a step after another. The earlier scenario stays as it is. */
  perform(before: ScenarioWorld, step: PickleStep): Performed {
    const world = forkOf(before);
    world.steps = [{ name: JSON.stringify([step.text, step.argument ?? null]), type: `${step.type}` }];
    try {
      const { code, values } = this.#matched(step);
      const answer = code.apply(world, [...values(world), ...argumentsOf(step)]);
      const problem = answer === undefined ? null : unexpected('the environment does not allow the step');
      return { world, problem };
    } catch (error) {
      return { world, problem: problemOf(error) };
    } finally {
      world.endStep();
    }
  }

  /** The refusal of a step that was tried, if no later step has checked it. */
  unchecked(world: ScenarioWorld): StepProblem | null {
    try {
      world.answerFirst();
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** The scenario in which a refusal that was tried counts as checked. */
  answered(before: ScenarioWorld): ScenarioWorld {
    if (before.looked) return before;
    const world = forkOf(before);
    world.looked = true;
    return world;
  }

  #matched({ text }: PickleStep): Matched {
    const known = this.#matches.get(text) ?? matchedIn(this.#definitions, text);
    this.#matches.set(text, known);
    return known;
  }
}

/** The code of a step, and the values in its text for a world. */
interface Matched {
  readonly code: LoadedStep['unwrappedCode'];
  readonly values: (world: ScenarioWorld) => readonly unknown[];
}

function matchedIn(definitions: readonly LoadedStep[], text: string): Matched {
  for (const { expression, unwrappedCode } of definitions) {
    const found = expression.match(text);
    if (found) return { code: unwrappedCode, values: (world) => found.map((one) => one.getValue(world)) };
  }
  throw new Error(`no step definition matches "${text}"`);
}

function argumentsOf({ argument }: PickleStep): readonly unknown[] {
  if (argument?.dataTable) return [new DataTable(argument.dataTable)];
  return argument?.docString ? [argument.docString.content] : [];
}

/** Refusals of what the screen does not show: another page, a choice or a control that is missing or greyed out. */
const NOT_SHOWN = ['other-page', 'not-offered', 'not-available'];

function problemOf(error: unknown): StepProblem {
  if (error instanceof Refusal) {
    const kind = NOT_SHOWN.includes(error.code) ? 'unexpected' : 'refused';
    return { kind, code: error.code, detail: error.detail, message: error.message };
  }
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return unexpected(message);
}

function unexpected(message: string): StepProblem {
  return { kind: 'unexpected', message };
}

function nothing(): void {}
