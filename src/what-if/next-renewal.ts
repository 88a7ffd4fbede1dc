import type { PickleStep } from '@cucumber/messages';
import { connectionsOf } from '../world/connections';
import { endWorldOf, restOfWalk } from './rest-of-walk';
import type { ScenarioWorld } from './scenario-world';
import { detached, judgedNames } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { Walk } from './walk';

/** How a step of a procedure is written when the procedure is carried out again, for the next certificate. */
export type Rewording = (step: PickleStep) => PickleStep;

/** How much later the next renewal is: shortly before a certificate of two years ends. */
const LATER = '700 days';

/**
 * The next renewal: the procedure is carried out again, much later. Steps that cannot be done are passed over, because
 * what a plan says of the first certificate does not hold for each later one.
 */
export class NextRenewal {
  readonly #walk: Walk;
  readonly #performer: StepPerformer;
  readonly #right: string;

  constructor(walk: Walk, performer: StepPerformer, rewording: Rewording) {
    const steps = walk.steps.map((one) => ({ ...one, step: rewording(one.step) }));
    this.#walk = { ...walk, steps, states: [] };
    this.#performer = performer;
    this.#right = this.#outcome(endWorldOf(walk));
  }

  /** Whether the renewal after this end differs from the one without a slip: in a step that fails, or in what it leads to. */
  differs(end: ScenarioWorld): boolean {
    return this.#outcome(end) !== this.#right;
  }

  #outcome(end: ScenarioWorld): string {
    const [first] = this.#walk.steps;
    if (!first) return '';
    const { argument: _, ...step } = first.step;
    const { world } = this.#performer.perform(detached(end), { ...step, text: `${LATER} pass` });
    const run = restOfWalk(this.#walk, { from: 0, world, passOver: true }, this.#performer);
    const { deployment } = run.world.console;
    const failing = connectionsOf(deployment).flatMap(({ by, server, failure }) =>
      failure ? [`${by} ${server}`] : [],
    );
    const stops = run.stops.map(({ at, problem }) => `${at} ${problem.code ?? ''}`);
    return JSON.stringify([stops, [...judgedNames(deployment)], failing]);
  }
}
