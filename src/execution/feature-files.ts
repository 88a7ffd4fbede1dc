import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../file-error';
import { decodeText, encodingOf } from '../package/text-file';

/** The feature files below a folder, or the file itself. */
export function featureFilesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.feature')).map((name) => join(path, name));
}

/**
 * The text of a feature file as it is in messages. UTF-8 keeps its byte order mark, because Cucumber keeps it. Throws an
 * InputError like `readText`.
 */
export function featureText(file: string): string {
  const bytes = onPath(file, () => readFileSync(file));
  const text = decodeText(bytes, file);
  return encodingOf(bytes) === 'utf-8' ? bytes.toString('utf8') : text;
}

/** Whether Cucumber can read the feature files itself: they are all UTF-8. */
export function areUtf8(paths: readonly string[]): boolean {
  const files = paths.flatMap((path) => featureFilesOf(withoutLines(path)));
  return files.every((file) => encodingOf(onPath(file, () => readFileSync(file))) === 'utf-8');
}

/** The path without its line numbers, as in `a.feature:3:7`. */
export function withoutLines(path: string): string {
  return path.replace(/(:\d+)+$/, '');
}
