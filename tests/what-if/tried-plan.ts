import { plansFor } from '../../src/cli/plans/composed-plans';
import { definitionsOf } from '../../src/execution/support-code/definitions';
import { loadDefinitions } from '../../src/execution/support-code/load-definitions';
import { StepPerformer } from '../../src/what-if/step-performer';
import { type Walk, walksIn } from '../../src/what-if/walk';

let loaded: Promise<object> | undefined;

/** Performs the steps of the package on the default environment. A process loads the step definitions once. */
export async function performerOfPackage(): Promise<StepPerformer> {
  return new StepPerformer(await loadedSteps(), {});
}

/** The step definitions of the package. */
export function loadedSteps(): Promise<object> {
  loaded ??= loadDefinitions(definitionsOf([], false), process.cwd());
  return loaded;
}

/** The first scenario of the plan of a pool of the default environment. */
export function planOf(pool: string, performer: StepPerformer): Walk {
  return walkOf(`plans/${pool}.feature`, performer);
}

/** The first scenario of a plan of the default environment. */
export function walkOf(address: string, performer: StepPerformer): Walk {
  const [walk] = walksIn(address, textOf(address), performer);
  if (!walk) throw new Error(`${address} has no scenario`);
  return walk;
}

/** The text of a plan of the default environment. */
export function textOf(address: string): string {
  const plan = plansFor([], undefined).find(({ uri }) => uri === address);
  if (!plan) throw new Error(`there is no ${address}`);
  return plan.text;
}

/** The scenarios of each plan of the default environment. */
export function allPlans(performer: StepPerformer): readonly (readonly Walk[])[] {
  return plansFor([], undefined).map(({ uri, text }) => walksIn(uri, text, performer));
}
