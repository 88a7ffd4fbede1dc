import type { Envelope, Pickle, PickleStep, TestCase } from '@cucumber/messages';
import { argumentError } from '../gherkin/step-arguments';
import { NearestPhrases } from './nearest-phrases';
import { kindsIn, type LoadedStep, stepsIn } from './support-code/library';
import type { StepOrigin } from './support-code/origin';
import { unfitValues } from './unfit-values';

/**
 * The errors in the steps of planned scenarios, by the id of the test step. They are unknown steps with the nearest
 * phrases, values that do not fit, steps that match several definitions, and wrong tables and doc strings. Nothing needs
 * to have been executed.
 *
 * @param library Cucumber's library of support code
 * @param origin where the user defines a step
 */
export function stepErrors(
  envelopes: readonly Envelope[],
  library: object,
  origin: StepOrigin,
): ReadonlyMap<string, string> {
  const pickles = new Map(envelopes.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle] as const] : [])));
  const definitions = new Map(stepsIn(library).map((definition) => [definition.id, definition]));
  const phrases = [...definitions.values()].flatMap(({ pattern }) => (typeof pattern === 'string' ? [pattern] : []));
  const kinds = kindsIn(library);
  const nearest = new NearestPhrases(phrases, envelopes);
  const said = (step: PickleStep, ids: readonly string[], parameters: number): string | undefined => {
    const [id = '', ...others] = ids;
    if (ids.length === 0) {
      const unfit = unfitValues(step.text, phrases, kinds);
      return ['this step is not known', ...(unfit ? [unfit] : []), nearest.advice(step.text)].join('; ');
    }
    if (others.length > 0)
      return ambiguous(
        ids.flatMap((one) => definitions.get(one) ?? []),
        origin,
      );
    const definition = definitions.get(id);
    return definition && wrongArgument(definition, step, { parameters, origin: origin(definition) });
  };
  return new Map(
    envelopes.flatMap(({ testCase }) => {
      const pickle = testCase && pickles.get(testCase.pickleId);
      return pickle ? errorsOf(testCase, pickle, said) : [];
    }),
  );
}

type Judgement = (step: PickleStep, ids: readonly string[], parameters: number) => string | undefined;

function errorsOf({ testSteps }: TestCase, { steps }: Pickle, said: Judgement): readonly (readonly [string, string])[] {
  return testSteps.flatMap(({ id, pickleStepId, stepDefinitionIds = [], stepMatchArgumentsLists = [] }) => {
    const step = steps.find((one) => one.id === pickleStepId);
    const error = step && said(step, stepDefinitionIds, stepMatchArgumentsLists[0]?.stepMatchArguments.length ?? 0);
    return error === undefined ? [] : [[id, error] as const];
  });
}

function ambiguous(definitions: readonly LoadedStep[], origin: StepOrigin): string {
  const places = definitions.map((one) => `"${one.pattern}" ${where(origin(one))}`);
  const isPackages = definitions.every((one) => origin(one) === undefined);
  const remedy = isPackages ? 'reword it' : 'reword it, or change the definition of the project';
  return `this step matches more than one definition: ${places.join(', ')}; ${remedy}`;
}

function where(origin: string | undefined): string {
  return origin === undefined ? 'of the package' : `at ${origin}`;
}

interface Circumstances {
  /** the number of values in the step */
  readonly parameters: number;
  /** where the user defines the step; undefined for a step of the package */
  readonly origin: string | undefined;
}

/** A definition of another project may take a table or a doc string without a statement of it. */
function wrongArgument(definition: LoadedStep, step: PickleStep, { parameters, origin }: Circumstances) {
  const { code, options } = definition;
  const argument = options.wrapperOptions?.argument;
  if (argument || origin === undefined || code.length <= parameters) return argumentError(argument, step.argument);
  if (step.argument && code.length === parameters + 1) return undefined;
  const given = parameters + (step.argument ? 1 : 0);
  return `the definition at ${origin} takes ${code.length} values, and the step gives ${given}; ${
    step.argument ? 'change the parameters of the definition' : 'add a table or a doc string, or remove the parameter'
  }`;
}
