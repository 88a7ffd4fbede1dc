import type { Envelope, Pickle, PickleStep, TestCase } from '@cucumber/messages';
import { argumentError, type StepArgument } from '../gherkin/step-arguments';
import { NearestPhrases } from './nearest-phrases';

/** A step definition, as far as Cucumber's library of support code states what its steps take. */
interface Definition {
  readonly id: string;
  readonly code: { readonly length: number };
  readonly options: { readonly wrapperOptions?: { readonly argument?: StepArgument } };
}

/**
 * The errors in the steps of planned scenarios, by the id of the test step. They are unknown steps with the nearest
 * phrases, ambiguous steps, and wrong tables and doc strings. Nothing needs to have been executed.
 */
export function stepErrors(envelopes: readonly Envelope[], library: object): ReadonlyMap<string, string> {
  const pickles = new Map(envelopes.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle] as const] : [])));
  const definitions = new Map(definitionsIn(library).map((definition) => [definition.id, definition]));
  const patterns = new Map(
    envelopes.flatMap(({ stepDefinition: one }) => (one ? [[one.id, one.pattern.source] as const] : [])),
  );
  const nearest = new NearestPhrases([...patterns.values()], envelopes);
  const said = (step: PickleStep, ids: readonly string[], parameters: number): string | undefined => {
    const [id = '', ...others] = ids;
    if (ids.length === 0) return `this step is not known; ${nearest.advice(step.text)}`;
    if (others.length > 0) return `this step matches more than one definition: ${quoted(ids, patterns)}; reword it`;
    const definition = definitions.get(id);
    return definition && wrongArgument(definition, step, parameters);
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

/** A definition of another project may take a table or a doc string without a statement of it. */
function wrongArgument({ code, options }: Definition, step: PickleStep, parameters: number): string | undefined {
  const argument = options.wrapperOptions?.argument;
  return argument === undefined && code.length > parameters ? undefined : argumentError(argument, step.argument);
}

function quoted(ids: readonly string[], patterns: ReadonlyMap<string, string>): string {
  return ids.map((id) => `"${patterns.get(id) ?? id}"`).join(', ');
}

function definitionsIn(library: object): readonly Definition[] {
  const found: unknown = Reflect.get(library, 'stepDefinitions');
  if (Array.isArray(found)) return found;
  throw new Error('this Cucumber keeps its step definitions elsewhere');
}
