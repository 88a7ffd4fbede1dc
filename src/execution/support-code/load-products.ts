import { resolve } from 'node:path';
import { InputError } from '../../input-error';
import { loadError } from './load-errors';
import { coordinatesOf, ownProgramsAt } from './own-programs';

/** Where Node.js reads modules with products, and what it needs to read them. */
export interface ProductModules {
  readonly requireModules: readonly string[];
  /** absolute */
  readonly files: readonly string[];
}

/** The modules with products at these paths. Throws an InputError for a path that is no program. */
export function productModules(paths: readonly string[]): ProductModules {
  const files = paths.flatMap((path) => ownProgramsAt([resolve(path)]));
  return { requireModules: coordinatesOf(files).requireModules, files };
}

/** Loads modules that offer products. Throws an InputError with the errors of all modules. */
export function loadProducts(paths: readonly string[]): void {
  const { requireModules, files } = productModules(paths);
  for (const module of requireModules) require(module);
  const errors = files.flatMap((file) => {
    try {
      require(file);
      return [];
    } catch (error) {
      return [loadError(error, file)];
    }
  });
  if (errors.length > 0) throw new InputError(errors.join('\n'));
}
