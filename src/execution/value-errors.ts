import type { Envelope, Group, TestCase } from '@cucumber/messages';
import { kindsIn, type LoadedStep, type ParameterKind, stepsIn, worldOf } from './support-code/library';
import type { StepOrigin } from './support-code/origin';

interface Circumstances {
  /** where the user defines a step */
  readonly origin: StepOrigin;
  /** the world parameters of the run */
  readonly parameters: object;
}

/**
 * The errors in the values of planned steps, by the id of the test step: values that the environment does not have, such
 * as the name of a server. A scenario is not checked if it begins with other servers than those of the environment. A
 * Given of the user's may have other servers, too.
 *
 * @param library Cucumber's library of support code
 */
export function valueErrors(
  envelopes: readonly Envelope[],
  library: object,
  { origin, parameters }: Circumstances,
): ReadonlyMap<string, string> {
  const definitions = new Map(stepsIn(library).map((definition) => [definition.id, definition]));
  const mayChangeServers = (id: string) => changesServers(definitions.get(id), origin);
  const errorOf = valueCheck(library, parameters);
  const cases = envelopes.flatMap(({ testCase }) => testCase ?? []);
  const checked = cases.filter(
    ({ testSteps }) => !testSteps.some(({ stepDefinitionIds = [] }) => stepDefinitionIds.some(mayChangeServers)),
  );
  return new Map(checked.flatMap((testCase) => errorsIn(testCase, errorOf)));
}

function changesServers(definition: LoadedStep | undefined, origin: StepOrigin): boolean {
  if (!definition) return false;
  if (definition.options.wrapperOptions?.otherServers) return true;
  const isCheck = definition.keyword === 'When' || definition.keyword === 'Then';
  return !isCheck && origin(definition) !== undefined;
}

type ValueCheck = (kind: string, group: Group) => string | undefined;

function errorsIn({ testSteps }: TestCase, errorOf: ValueCheck): readonly (readonly [string, string])[] {
  return testSteps.flatMap(({ id, stepMatchArgumentsLists = [] }) => {
    const [values, ...others] = stepMatchArgumentsLists;
    if (!values || others.length > 0) return [];
    const errors = values.stepMatchArguments.flatMap(
      ({ group, parameterTypeName = '' }) => errorOf(parameterTypeName, group) ?? [],
    );
    return errors.length === 0 ? [] : [[id, [...new Set(errors)].join('; ')] as const];
  });
}

/** Transforms values as a step would at the beginning of a scenario. Each is transformed once. */
function valueCheck(library: object, parameters: object): ValueCheck {
  const kinds = new Map(kindsIn(library).map((kind) => [kind.name, kind]));
  const World = worldOf(library);
  const world = new World({ attach: nothing, log: nothing, link: nothing, parameters });
  const known = new Map<string, string | undefined>();
  return (name, group) => {
    const value = `${name} ${group.value ?? ''}`;
    const kind = kinds.get(name);
    if (kind && !known.has(value)) known.set(value, errorAbout(kind, group, world));
    return known.get(value);
  };
}

/** A value in braces may be determined by an earlier step, so only the step itself can read it. */
function errorAbout(kind: ParameterKind, group: Group, world: unknown): string | undefined {
  if (group.value?.includes('{')) return undefined;
  const parts = group.children && group.children.length > 0 ? group.children : [group];
  try {
    kind.transform(
      world,
      parts.map(({ value }) => value ?? null),
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'FeatureError') return error.message;
  }
  return undefined;
}

function nothing(): void {}
