import { InputError } from '../../input-error';
import { existing } from './existing-path';

/** Throws an InputError for a path that does not exist, and for a folder with the name of a feature file. */
export function checkPaths(paths: readonly string[], steps: readonly string[]): void {
  for (const path of steps) existing(path, `there is no file or folder ${path} with step definitions; check --steps`);
  for (const path of paths) {
    const file = path.replace(/(:\d+)+$/, '');
    const found = existing(file, `there is no feature file or folder ${file}; check the path`);
    if (found.isDirectory() && file.endsWith('.feature'))
      throw new InputError(`${file} is a folder with the name of a feature file; rename it, or give a file`);
  }
}
