import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import type { PlacedExport } from '../../pool-state/combine-exports';
import { readExport } from '../../pool-state/exports/read-export';
import { certificateFile } from './certificate-files';
import { existing } from './existing-path';

/** What the arguments of `rehearse check` name. */
export interface StateFiles {
  readonly exports: readonly PlacedExport[];
  /** files in the folders that say nothing about a server, each with the reason */
  readonly ignored: readonly string[];
}

/** The largest file that is read, in bytes. A verbose listing of all trusted roots has some million. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_FILES = 2000;

/**
 * Reads states: files, folders, and `NAME=PATH` for a file or a folder of one server. A file in a folder that says nothing
 * about a server is ignored. Throws an InputError for a file that cannot be read, and for one that is named and says
 * nothing.
 */
export function stateFiles(inputs: readonly string[]): StateFiles {
  const read = inputs.map(readInput);
  return { exports: read.flatMap(({ exports }) => exports), ignored: read.flatMap(({ ignored }) => ignored) };
}

function readInput(input: string): StateFiles {
  const { path, given } = namedPath(input);
  const stats = existing(path, `there is no state ${path}; collect one with: rehearse collect`);
  if (!stats.isDirectory()) return { exports: exportsIn(path, given), ignored: [] };
  const files = filesIn(path);
  if (files.length > MOST_FILES) {
    throw new InputError(`${path} has more than ${MOST_FILES} files; give a folder that holds only states`);
  }
  const exports: PlacedExport[] = [];
  const ignored: string[] = [];
  for (const file of files) {
    try {
      exports.push(...exportsIn(file, given));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      ignored.push(error.message.split('\n')[0] ?? '');
    }
  }
  if (exports.length > 0) return { exports, ignored };
  throw new InputError(`${path} holds no state; ${ignored[0] ?? 'it is empty'}`);
}

/** `NAME=PATH`, unless there is a file with the whole text as its name. */
function namedPath(input: string): { readonly path: string; readonly given: string | null } {
  const [, given = '', path = ''] = /^([A-Za-z0-9.-]+)=(.+)$/.exec(input) ?? [];
  const isPath = path === '' || onPath(input, () => statSync(input, { throwIfNoEntry: false })) !== undefined;
  return isPath ? { path: input, given: null } : { path, given };
}

function filesIn(folder: string): readonly string[] {
  const entries = onPath(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function exportsIn(path: string, given: string | null): readonly PlacedExport[] {
  const file = certificateFile(path, MOST_BYTES);
  if (file.bytes.length > MOST_BYTES) {
    throw new InputError(`${path} is larger than ${MOST_BYTES / 1024 / 1024} MiB; this is no state of a server`);
  }
  return readExport(file).map((one) => ({ ...one, given, places: placesOf(path) }));
}

/** The names of the folders, the nearest first, and of the file. */
function placesOf(path: string): readonly string[] {
  const folders = dirname(path).split(/[\\/]/).reverse();
  return [...folders, basename(path), basename(path, extname(path))];
}
