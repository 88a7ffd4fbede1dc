import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../input-error';
import { decodeText, encodingOf } from '../package/text-file';

const LANGUAGE = /^\s*#\s*language\s*:\s*zh-TW\s*$/m;

/**
 * Whether one of the feature files, directly or below the folders, is in the Chinese of Taiwan. Throws an InputError if
 * one of them is not UTF-8.
 */
export function isChinese(paths: readonly string[]): boolean {
  return paths
    .flatMap((path) => filesOf(path.replace(/(:\d+)+$/, '')))
    .map(textOf)
    .some((text) => LANGUAGE.test(text));
}

/** Cucumber reads features itself, and only UTF-8. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8')
    throw new InputError(`${file} is ${encoding.slice(0, 6).toUpperCase()}; save the feature as UTF-8`);
  return decodeText(bytes, file);
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.feature')).map((name) => join(path, name));
}
