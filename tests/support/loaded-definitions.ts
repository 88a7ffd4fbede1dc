import { relative } from 'node:path';
import { loadConfiguration, loadSupport } from '@cucumber/cucumber/api';
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

/** The step definitions as Cucumber loads them with the project's configuration. */
export async function loadedDefinitions(): Promise<LoadedDefinition[]> {
  const environment = { cwd: ROOT };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.json' }, environment);
  const library: unknown = await loadSupport(runConfiguration, environment);
  return (library as SupportCode).stepDefinitions.map((definition) => ({
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
  const environment = { cwd: ROOT };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.json' }, environment);
  const library: unknown = await loadSupport(runConfiguration, environment);
  const { parameterTypeRegistry } = library as { readonly parameterTypeRegistry: Registry };
  return [...parameterTypeRegistry.parameterTypes]
    .filter((type) => parameterTypeRegistry.lookupSource(type) !== undefined)
    .map(({ name, regexpStrings }) => ({ name, patterns: regexpStrings }));
}

interface Registry {
  readonly parameterTypes: Iterable<{ readonly name: string; readonly regexpStrings: readonly string[] }>;
  readonly lookupSource: (type: unknown) => unknown;
}
