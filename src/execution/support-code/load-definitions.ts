import '../match-indices';
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { supportCodeLibraryBuilder } from '@cucumber/cucumber';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { IdGenerator } from '@cucumber/messages';
import { InputError } from '../../input-error';
import { CHINESE_STEPS, DEFINITIONS } from '../../package/folder';
import type { Definitions } from './definitions';
import { loadError } from './load-errors';
import { shareCucumber } from './one-cucumber';
import { undefinedParameters } from './undefined-kinds';

/**
 * Loads step definitions as Cucumber does, except that the errors of all programs of the user are found. Throws an
 * InputError with these errors, each with file and line.
 *
 * @param folder the folder of the run
 */
export async function loadDefinitions({ support, own }: Definitions, folder: string): Promise<ISupportCodeLibrary> {
  shareCucumber(own);
  forgetDefinitions(support.requirePaths);
  supportCodeLibraryBuilder.reset(folder, IdGenerator.uuid(), support);
  const errors: string[] = [];
  const attempt = async (path: string, load: () => unknown): Promise<void> => {
    try {
      await load();
    } catch (error) {
      if (!own.includes(path)) throw error;
      errors.push(loadError(error, path));
    }
  };
  for (const path of [...support.requireModules, ...support.requirePaths]) await attempt(path, () => require(path));
  for (const path of support.importPaths) await attempt(path, () => import(pathToFileURL(path).href));
  const { library, unreadable } = finalized(folder, own);
  refuse([...errors, ...unreadable]);
  refuse(undefinedParameters(library, own));
  return library;
}

/**
 * Makes Node.js execute the modules of the definitions again: a definition registers when its module is executed, so the
 * second run of a process would have none. ECMAScript modules cannot be executed again.
 */
function forgetDefinitions(programs: readonly string[]): void {
  const forgotten = [DEFINITIONS, dirname(CHINESE_STEPS)].map((folder) => folder + sep);
  for (const file of Object.keys(require.cache)) {
    if (programs.includes(file) || forgotten.some((folder) => file.startsWith(folder))) delete require.cache[file];
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new InputError([...errors].sort().join('\n'));
}

/** A definition that Cucumber has not yet read. */
interface UnreadDefinition {
  readonly pattern: string | RegExp;
  readonly uri: string;
  readonly line: number;
}

interface Finalized {
  readonly library: ISupportCodeLibrary;
  /** the errors about expressions of the user that Cucumber cannot read */
  readonly unreadable: readonly string[];
}

/** The library without the expressions that Cucumber cannot read. */
function finalized(folder: string, own: readonly string[]): Finalized {
  const unread: UnreadDefinition[] = Reflect.get(supportCodeLibraryBuilder, 'stepDefinitionConfigs');
  const unreadable: string[] = [];
  for (;;) {
    try {
      return { library: supportCodeLibraryBuilder.finalize(), unreadable };
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      const at = unread.findIndex(({ pattern }) => typeof pattern === 'string' && message.includes(`\n${pattern}\n`));
      const [wrong] = at < 0 ? [] : unread.splice(at, 1);
      const file = resolve(folder, wrong?.uri ?? '');
      if (!wrong || !own.includes(file)) throw error;
      unreadable.push(loadError(error, file, wrong.line));
    }
  }
}
