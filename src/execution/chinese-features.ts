import { featureFilesOf, featureText, withoutLines } from './feature-files';

const LANGUAGE = /^\s*#\s*language\s*:\s*zh-TW\s*$/m;

/**
 * Whether one of the feature files, directly or below the folders, is in the Chinese of Taiwan. Throws an InputError if
 * one of them cannot be read as text.
 */
export function isChinese(paths: readonly string[]): boolean {
  return paths
    .flatMap((path) => featureFilesOf(withoutLines(path)))
    .map(featureText)
    .some((text) => LANGUAGE.test(text));
}
