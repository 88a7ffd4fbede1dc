import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGE = /^\s*#\s*language\s*:\s*zh-TW\s*$/m;

/** Whether one of the feature files, directly or below the folders, is in the Chinese of Taiwan. */
export function isChinese(paths: readonly string[]): boolean {
  return paths.some((path) =>
    filesOf(path.replace(/(:\d+)+$/, '')).some((file) => LANGUAGE.test(readFileSync(file, 'utf8'))),
  );
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.feature')).map((name) => join(path, name));
}
