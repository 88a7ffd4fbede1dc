import type { StepArgument } from '../../gherkin/step-arguments';

/** The parts of Cucumber's library of support code that its published types omit. */

/** A step definition after loading. */
export interface LoadedStep {
  readonly id: string;
  readonly keyword: string;
  readonly pattern: string | RegExp;
  /** relative to the folder of the run */
  readonly uri: string;
  readonly line: number;
  readonly code: { readonly length: number };
  readonly matchesStepName: (text: string) => boolean;
  /** the phrase of the definition; its matches give the values for a world */
  readonly expression: {
    readonly match: (text: string) => readonly { readonly getValue: (world: unknown) => unknown }[] | null;
  };
  /** the definition's function without what surrounds it in a run */
  readonly unwrappedCode: (this: unknown, ...values: readonly unknown[]) => unknown;
  readonly options: { readonly wrapperOptions?: StepOptions };
}

/** What a definition states about itself, so that features can be checked before anything is executed. */
export interface StepOptions {
  readonly argument?: StepArgument;
  /** whether the step gives the scenario other servers than those of the environment */
  readonly otherServers?: boolean;
}

/** A parameter type after loading. */
export interface ParameterKind {
  readonly name: string;
  readonly regexpStrings: readonly string[];
  readonly transform: (world: unknown, groups: readonly (string | null)[]) => unknown;
}

/** A parameter of a definition that no program defines, and the expression that contains it. */
export interface UndefinedKind {
  readonly name: string;
  readonly expression: string;
}

/** The step definitions of Cucumber's library. */
export function stepsIn(library: object): readonly LoadedStep[] {
  const found: unknown = Reflect.get(library, 'stepDefinitions');
  if (Array.isArray(found)) return found;
  throw new Error('this Cucumber keeps its step definitions elsewhere');
}

/** The parameters that no program defines. */
export function undefinedKindsIn(library: object): readonly UndefinedKind[] {
  const found: unknown = Reflect.get(library, 'undefinedParameterTypes');
  if (Array.isArray(found)) return found;
  throw new Error('this Cucumber keeps its undefined parameters elsewhere');
}

/** The parameter types of Cucumber's library, those of Cucumber first. */
export function kindsIn(library: object): readonly ParameterKind[] {
  const registry: unknown = Reflect.get(library, 'parameterTypeRegistry');
  if (hasKinds(registry)) return [...registry.parameterTypes];
  throw new Error('this Cucumber keeps its parameter types elsewhere');
}

/** The constructor of the library's worlds. */
export function worldOf(library: object): WorldConstructor {
  const found: unknown = Reflect.get(library, 'World');
  if (isConstructor(found)) return found;
  throw new Error('this Cucumber keeps its world elsewhere');
}

type WorldConstructor = new (options: object) => unknown;

function hasKinds(value: unknown): value is { readonly parameterTypes: Iterable<ParameterKind> } {
  return typeof value === 'object' && value !== null && 'parameterTypes' in value;
}

function isConstructor(value: unknown): value is WorldConstructor {
  return typeof value === 'function';
}
