import type { ISupportCodeCoordinates } from '@cucumber/cucumber/api';
import { CHINESE_STEPS, STEPS } from '../../package/folder';
import { productModules } from './load-products';
import { coordinatesOf, ownProgramsAt } from './own-programs';

/** What Cucumber loads, and which of it are the user's programs. */
export interface Definitions {
  readonly support: ISupportCodeCoordinates;
  /** the user's programs, absolute */
  readonly own: readonly string[];
}

/**
 * The step definitions of the package and those of the user. Throws an InputError for paths without definitions.
 *
 * @param paths files or folders with the user's definitions
 * @param chinese whether to load the Chinese sentences of the package's definitions
 * @param products files of the user that offer products
 */
export function definitionsOf(
  paths: readonly string[],
  chinese: boolean,
  products: readonly string[] = [],
): Definitions {
  const offering = productModules(products);
  const own = ownProgramsAt(paths);
  const { requireModules, requirePaths, importPaths } = coordinatesOf(own);
  const shared = own.length > 0 ? [require.resolve('./one-cucumber')] : [];
  const support = {
    requireModules: [...shared, ...offering.requireModules, ...requireModules],
    // the phrases of the package contain the words of the products
    requirePaths: [...offering.files, STEPS, ...(chinese ? [CHINESE_STEPS] : []), ...requirePaths],
    importPaths,
    loaders: [],
  };
  return { support, own };
}
