import type { SourceFile, Violation } from '../source-tree';
import * as code from './code-rules';
import * as imports from './import-rules';
import * as products from './product-rules';

export type ArchitectureRule = (files: readonly SourceFile[]) => Violation[];

/** The house rules for src/ and steps/, each under the sentence that it enforces. */
export const ARCHITECTURE_RULES: Readonly<Record<string, ArchitectureRule>> = {
  'each room imports only the rooms that the table allows': imports.roomsOutOfOrder,
  'the engine and generic steps name no product and no version of Windows': products.productsByName,
  'no files import one another in a circle': imports.importCycles,
  'no two folders import each other': imports.mutualFolders,
  'each package and each part of Node.js stays in its room': imports.modulesOutOfPlace,
  'steps import no library that a room keeps to itself': imports.stepsBehindTheScenes,
  'time and chance come from src/determinism.ts alone': imports.clocksAndDice,
  'every file is imported by another': imports.unimportedFiles,
  'a file has at most 200 lines': code.longFiles,
  'a function has at most 40 lines': code.longFunctions,
  'nothing is exported as default': code.defaultExports,
  'there are no barrels': code.barrels,
  'any and the non-null ! are not used': code.anyAndNonNull,
  'types are not cast': code.casts,
  'every exported function has a JSDoc comment': code.undocumentedExports,
  'names say something': code.emptyNames,
  'no work is left marked as unfinished': code.unfinishedWork,
};
