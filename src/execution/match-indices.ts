import Module, { createRequire } from 'node:module';
import { identityMemo, namedMemo } from '../memo';

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

/** The most texts whose matches are kept. */
const MOST_TEXTS = 5000;

/** The match of each expression that was tried on a text; null if it does not match. */
type Matches = Map<RegExp, RegExpExecArray | null>;

const indexed = identityMemo<RegExp, RegExp>();
const matches = namedMemo<Matches>(MOST_TEXTS);
let latest: { readonly text: string; readonly tried: Matches } = { text: '', tried: new Map() };

/**
 * The match of an expression without the flags g and y, with the indices of its groups. Cucumber tries every definition
 * on each step, several times for the one that matches, and many steps have the same text: each answer is kept.
 */
export function execWithIndices(expression: RegExp, text: string): RegExpExecArray | null {
  if (latest.text !== text) latest = { text, tried: matches(text, () => new Map()) };
  const { tried } = latest;
  const known = tried.get(expression);
  if (known !== undefined) return known;
  const match = expression.test(text)
    ? indexed(expression, () => new RegExp(expression.source, `${expression.flags}d`)).exec(text)
    : null;
  tried.set(expression, match);
  return match;
}
