import Module, { createRequire } from 'node:module';
import { identityMemo } from '../memo';

/**
 * Cucumber finds the places of a step's arguments with the package `regexp-match-indices`, which parses every expression
 * again. JavaScript engines do this themselves (flag d). This module replaces the package,
 * which took a tenth of the time of a run. It must be loaded before Cucumber. An override in package.json would not
 * count where this package is installed.
 */

const path = packagePath(['@cucumber/cucumber', '@cucumber/cucumber-expressions', 'regexp-match-indices']);
if (path !== undefined && !require.cache[path]) {
  const replacement = new Module(path);
  replacement.exports = execWithIndices;
  replacement.loaded = true;
  require.cache[path] = replacement;
}

/** The file of a package that is reached by following dependencies; undefined where one of them does not exist. */
function packagePath(dependencies: readonly string[]): string | undefined {
  try {
    return dependencies.reduce((from, name) => createRequire(from).resolve(name), __filename);
  } catch {
    return undefined;
  }
}

const indexed = identityMemo<RegExp, RegExp>();

/** The match of an expression without the flags g and y, with the indices of its groups. */
export function execWithIndices(expression: RegExp, text: string): RegExpExecArray | null {
  if (!expression.test(text)) return null;
  return indexed(expression, () => new RegExp(expression.source, `${expression.flags}d`)).exec(text);
}
