import type { Finding } from '../../judge/finding';
import type { Console } from '../../operator/console';
import type { Deployment } from '../../world/deployment';

/** What a product gives to the search for the rest of a change, and what the search finds. */

/** A part of a change that is carried out on one machine after the other. */
export interface ContinuedStage {
  /** the id of the stage in the plan of the whole change */
  readonly id: string;
  /** the machines on which it is not done, in order; none if everything is done */
  readonly machines: (deployment: Deployment) => readonly string[];
  /** carries it out on a machine, in the simulated windows. Throws a Refusal */
  readonly perform: (console: Console, machine: string) => Console;
  /** it may not be left out where it is not done, even if another stage does the same under an assumption */
  readonly isRequired?: true;
}

/** A way to reach a consistent pool, for example with a certificate that exists or with a new one. */
export interface Approach {
  readonly kind: 'existing' | 'pending' | 'new';
  /** the thumbprint of the certificate that exists, or of the request that waits */
  readonly thumbprint: string | null;
  /** the stages in the order in which they are carried out; each can be left out unless it is required */
  readonly stages: readonly ContinuedStage[];
  /** puts what the approach takes for given into its place */
  readonly begin: (console: Console) => Console;
}

/** One step of the rest of a change: a stage on a machine. */
export interface ContinuedStep {
  readonly stage: string;
  readonly machine: string;
  readonly before: Console;
  readonly after: Console;
}

/** How the servers of a pool are judged: what an administrator has to repair, and the rest. */
export interface Verdicts {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** A stage that a machine refuses, with the code and the text of the refusal. */
export interface RefusedStage {
  readonly stage: string;
  readonly machine: string;
  readonly code: string;
  readonly reason: string;
}

/** What the search finds for one approach. */
export interface FoundRest {
  readonly approach: Approach;
  /** the fewest steps; null if no selection of the stages leads to a pool without errors */
  readonly steps: readonly ContinuedStep[] | null;
  /** what remains after the steps, or after all stages if there are no steps */
  readonly verdicts: Verdicts;
  /** what stopped the furthest selection of stages, if there are no steps */
  readonly refused: readonly RefusedStage[];
  /** whether the search ended because it had tried as many states as it may */
  readonly isBounded: boolean;
}
