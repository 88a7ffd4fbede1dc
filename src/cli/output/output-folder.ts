import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../input-error';

/** A file to write; its path is relative to the output folder. */
export type OutputFile = readonly [path: string, content: string | Uint8Array];

/**
 * Writes files into `folder`, all or none: each under a temporary name first, then all are renamed. Throws an
 * InputError if the folder cannot be written.
 *
 * @param files each replaces the file or folder of its first path segment as a whole
 */
export function writeOutput(folder: string, files: Iterable<OutputFile>): void {
  const draft = join(folder, `.rehearse-${process.pid}`);
  const names = new Set<string>();
  try {
    for (const [path, content] of files) {
      names.add(path.split('/')[0] ?? path);
      written(folder, () => write(join(draft, path), content));
    }
    written(folder, () => {
      for (const name of names) replace(join(draft, name), join(folder, name));
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function written(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new InputError(
      `cannot write to ${folder}: ${error instanceof Error ? error.message : String(error)}; choose another folder with --out`,
    );
  }
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function replace(from: string, to: string): void {
  if (existsSync(to)) rmSync(to, { recursive: true });
  renameSync(from, to);
}
