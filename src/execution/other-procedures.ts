import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { sentencesOfProcedures } from '../gherkin/procedure-sentences';
import { featureFilesOf, featureText, withoutLines } from './feature-files';

/**
 * The sentences that procedures in other features of the same document cite, by the address of the feature. A run of
 * one feature needs them: a failure may occur at a sentence whose procedure is in a feature that is not run. A feature
 * without a procedure has none, and is listed all the same: the result depends on that.
 *
 * @param paths the files, folders or file:line of the run
 * @param folder the folder to which addresses in messages are relative
 */
export function otherProcedures(paths: readonly string[], folder: string): Readonly<Record<string, readonly string[]>> {
  const known = paths.map((path) => resolve(withoutLines(path))).filter((path) => existsSync(path));
  const chosen = new Set(known.flatMap(featureFilesOf));
  const all = new Set(known.map(rootOf).flatMap(featureFilesOf));
  const others = [...all].filter((file) => !chosen.has(file));
  return Object.fromEntries(others.map((file) => [relative(folder, file), sentencesOfProcedures(featureText(file))]));
}

/** The folder named `features` that contains the path, or else the folder of the feature. */
function rootOf(path: string): string {
  const parts = path.split(sep);
  const at = parts.lastIndexOf('features');
  if (at >= 0) return join(sep, ...parts.slice(0, at + 1));
  return path.endsWith('.feature') ? dirname(path) : path;
}
