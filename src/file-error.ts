import { InputError } from './input-error';

/**
 * Errors of the file system in words. They are errors in the user's input or of the user's machine. The text says which
 * path it is, what is wrong with it, and what to do.
 */

type Words = readonly [what: string, remedy: string];

const NO_RIGHT: Words = ['this user has no right to it', 'change its permissions, or give another path'];
const TOO_MANY_FILES: Words = ['too many files are open', 'close other programs, or raise the limit (ulimit -n)'];
const FULL: Words = ['there is no space left', 'delete files there, or choose another place'];
const TOO_LARGE: Words = ['the file is too large', 'give a smaller file'];
const BROKEN: Words = ['the device has an error', 'check the device, or choose another place'];

/** By the codes of libuv and of Node.js. */
const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: ['there is no such file or folder', 'check the path'],
  EISDIR: ['it is a folder, and a file is needed', 'give a file'],
  ENOTDIR: ['it or a part of its path is a file, and a folder is needed', 'give another path'],
  EEXIST: ['it is there already', 'remove it, or give another path'],
  ENOTEMPTY: ['the folder is not empty', 'give another path'],
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: ['the file system is read-only', 'choose another place'],
  ENAMETOOLONG: ['the name is too long', 'give a shorter path'],
  ELOOP: ['its symbolic links lead to themselves', 'give a path without them'],
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: TOO_LARGE,
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
  ERR_STRING_TOO_LONG: TOO_LARGE,
  EBUSY: ['another program uses it', 'close the other program, or give another path'],
  ETXTBSY: ['another program uses it', 'close the other program, or give another path'],
  EXDEV: ['it is on another file system', 'choose another place'],
  EIO: BROKEN,
  ENXIO: BROKEN,
  ENODEV: BROKEN,
};

/**
 * The text about an error of the file system, or about one that caused the error: `reports: there is no space left
 * (ENOSPC); …`. Undefined for any other error.
 *
 * @param path the file or folder, if the error does not name one
 */
export function fileErrorText(error: unknown, path = 'a file'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === undefined) return fileErrorText(error.cause, path);
  const [what, remedy] = WORDS[code] ?? [error.message, 'check the path'];
  const named = 'path' in error && typeof error.path === 'string' ? error.path : path;
  return `${named}: ${what} (${code}); ${remedy}`;
}

/** Performs `use` on a file or folder. An error of the file system becomes an InputError that names its path. */
export function onPath<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    const text = fileErrorText(error, path);
    throw text === undefined ? error : new InputError(text);
  }
}

/** The code of an error of the file system. */
function codeOf(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || Object.hasOwn(WORDS, error.code) ? error.code : undefined;
}
