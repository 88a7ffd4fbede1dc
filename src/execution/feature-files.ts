import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The feature files below a folder, or the file itself. */
export function featureFilesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.feature')).map((name) => join(path, name));
}
