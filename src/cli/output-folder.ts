import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Mistake } from './mistake';

/**
 * Writes a set of files and folders into `folder`, all or none: first beside their places under a temporary name, then
 * each renamed into place, replacing what was there. Throws a Mistake when the folder cannot be written.
 *
 * @param files content by path relative to `folder`; what stands directly in `folder` is replaced as a whole
 */
export function writeOutput(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const draft = join(folder, `.rehearse-${process.pid}`);
  try {
    for (const [path, content] of files) {
      const target = join(draft, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    for (const name of new Set([...files.keys()].map((path) => path.split('/')[0] ?? path)))
      replace(join(draft, name), join(folder, name));
  } catch (error) {
    throw new Mistake(
      `cannot write to ${folder}: ${error instanceof Error ? error.message : String(error)}; choose another folder with --out`,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function replace(from: string, to: string): void {
  if (existsSync(to)) rmSync(to, { recursive: true });
  renameSync(from, to);
}
