import { readFileSync } from 'node:fs';
import { onPath } from '../file-error';
import { InputError } from '../input-error';
import { decodeText, encodingOf } from '../package/text-file';
import { featureFilesOf } from './feature-files';

const LANGUAGE = /^\s*#\s*language\s*:\s*zh-TW\s*$/m;

/**
 * Whether one of the feature files, directly or below the folders, is in the Chinese of Taiwan. Throws an InputError if
 * one of them is not UTF-8.
 */
export function isChinese(paths: readonly string[]): boolean {
  return paths
    .flatMap((path) => featureFilesOf(path.replace(/(:\d+)+$/, '')))
    .map(textOf)
    .some((text) => LANGUAGE.test(text));
}

/** Cucumber reads features itself, and only UTF-8. */
function textOf(file: string): string {
  const bytes = onPath(file, () => readFileSync(file));
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8')
    throw new InputError(`${file} is ${encoding.slice(0, 6).toUpperCase()}; save the feature as UTF-8`);
  return decodeText(bytes, file);
}
