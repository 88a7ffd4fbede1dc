import { definitionsOf } from './support-code/definitions';
import { kindsIn, type LoadedStep, type ParameterKind, stepsIn } from './support-code/library';
import { loadDefinitions } from './support-code/load-definitions';
import { originIn, type StepOrigin } from './support-code/origin';

/** The step definitions of the package and of the user, without a run. */
export interface LoadedSteps {
  readonly steps: readonly LoadedStep[];
  readonly kinds: readonly ParameterKind[];
  /** where the user defines a step */
  readonly origin: StepOrigin;
}

/**
 * Loads the step definitions of the package and those at these paths. Throws an InputError with all errors of the user's
 * programs.
 */
export async function loadSteps(paths: readonly string[]): Promise<LoadedSteps> {
  const folder = process.cwd();
  const library = await loadDefinitions(definitionsOf(paths, false), folder);
  return { steps: stepsIn(library), kinds: kindsIn(library), origin: originIn(folder) };
}
