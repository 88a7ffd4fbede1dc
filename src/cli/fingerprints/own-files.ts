import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { programsAt } from '../../execution/support-code/own-programs';

/** The user's programs that a run loads: step definitions, and what they import by relative paths. */

/** The digest of each file by its address from a folder. */
export type FileDigests = Readonly<Record<string, string>>;

/** The digests of the programs at these paths and of the files that they import; undefined if a path does not exist. */
export function digestsOfOwn(paths: readonly string[], folder: string): FileDigests | undefined {
  const roots = paths.map((path) => resolve(folder, path));
  if (!roots.every((root) => existsSync(root))) return undefined;
  const found = new Set<string>();
  for (const file of roots.flatMap(programsAt)) collect(file, found);
  const entries = [...found].map((file) => {
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    return [relative(folder, file).replaceAll('\\', '/'), digest] as const;
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Adds the file and, one after the other, those that it imports. */
function collect(file: string, found: Set<string>): void {
  if (found.has(file)) return;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
    const imported = fileNamed(resolve(dirname(file), name));
    if (imported !== undefined) collect(imported, found);
  }
}

/** The relative name of a module in an import, in every syntax; also where a comment contains one. */
const IMPORTED = /(?:from|import|require)\s*\(?\s*['"`](\.\.?\/[^'"`\n]+)['"`]/g;

/** The endings that Node.js and TypeScript add to the name of a module, or replace `.js` by. */
const ENDINGS = ['', '.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.json', '/index.js', '/index.ts'];

function fileNamed(path: string): string | undefined {
  const names = [path, path.replace(/\.([cm]?)js$/, '.$1ts')].flatMap((name) => ENDINGS.map((ending) => name + ending));
  return names.find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
}
