import { relative } from 'node:path';
import { definitionsOf } from '../../src/execution/support-code/definitions';
import { loadDefinitions } from '../../src/execution/support-code/load-definitions';
import type { LoadedDefinition } from './features/step-rules';
import { ROOT } from './root';

/** The parts of Cucumber's library of support code that its published types omit. */
interface SupportCode {
  readonly stepDefinitions: readonly {
    readonly uri: string;
    readonly line: number;
    readonly pattern: string | RegExp;
    readonly matchesStepName: (text: string) => boolean;
  }[];
}

/** Cucumber's library of the compiled support code. */
function library(): Promise<unknown> {
  return loadDefinitions(definitionsOf([], false), ROOT);
}

let loaded: Promise<unknown> | undefined;

/** The step definitions of the package. A process loads them once. */
export async function loadedDefinitions(): Promise<LoadedDefinition[]> {
  loaded ??= library();
  return ((await loaded) as SupportCode).stepDefinitions.map((definition) => ({
    at: `${relative(ROOT, definition.uri).replaceAll('\\', '/')}:${definition.line}`,
    pattern: String(definition.pattern),
    matches: (text) => definition.matchesStepName(text),
  }));
}

/** A parameter type of Cucumber, with the regular expressions of its values. */
export interface LoadedType {
  readonly name: string;
  readonly patterns: readonly string[];
}

/** The parameter types of the step definitions, without Cucumber's built-in types. */
export async function loadedTypes(): Promise<readonly LoadedType[]> {
  loaded ??= library();
  const { parameterTypeRegistry } = (await loaded) as { readonly parameterTypeRegistry: Registry };
  return [...parameterTypeRegistry.parameterTypes]
    .filter((type) => parameterTypeRegistry.lookupSource(type) !== undefined)
    .map(({ name, regexpStrings }) => ({ name, patterns: regexpStrings }));
}

interface Registry {
  readonly parameterTypes: Iterable<{ readonly name: string; readonly regexpStrings: readonly string[] }>;
  readonly lookupSource: (type: unknown) => unknown;
}
