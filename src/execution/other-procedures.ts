import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { featureFilesOf } from './feature-files';

const SOURCES = /^\s*#\s*source:\s*(.*)$/gim;

/**
 * The sentences that procedures in other features of the same document cite, by the address of the feature. A run of
 * one feature needs them: a failure may occur at a sentence whose procedure is in a feature that is not run.
 *
 * @param paths the files, folders or file:line of the run
 * @param folder the folder to which addresses in messages are relative
 */
export function otherProcedures(paths: readonly string[], folder: string): Readonly<Record<string, readonly string[]>> {
  const known = paths.map((path) => resolve(path.replace(/(:\d+)+$/, ''))).filter((path) => existsSync(path));
  const chosen = new Set(known.flatMap(featureFilesOf));
  const all = new Set(known.map(rootOf).flatMap(featureFilesOf));
  const others = [...all].filter((file) => !chosen.has(file));
  return Object.fromEntries(
    others.flatMap((file) => {
      const ids = sentencesOf(readFileSync(file, 'utf8'));
      return ids.length > 0 ? [[relative(folder, file), ids] as const] : [];
    }),
  );
}

/** The sentences that a feature with a procedure cites; empty for a feature without one. */
function sentencesOf(text: string): readonly string[] {
  if (!/^\s*@.*procedure\b/m.test(text)) return [];
  const cited = [...text.matchAll(SOURCES)].flatMap(([, ids = '']) => ids.split(/[\s,]+/));
  return [...new Set(cited.filter((id) => id !== ''))];
}

/** The folder named `features` that contains the path, or else the folder of the feature. */
function rootOf(path: string): string {
  const parts = path.split(sep);
  const at = parts.lastIndexOf('features');
  if (at >= 0) return join(sep, ...parts.slice(0, at + 1));
  return path.endsWith('.feature') ? dirname(path) : path;
}
