import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';

/** MDB_MAGIC, which LMDB writes after the header of its first page, in the byte order of the computer. */
const MAGIC = [0xbeefc0de, 0xdec0efbe];
const PAGE_HEADER = 24;

/** Throws an InputError for a file that LMDB has not written, because LMDB ends the process for some of them. */
function requireDatabase(file: string): void {
  if (!existsSync(file)) return;
  const beginning = Buffer.alloc(PAGE_HEADER + 4);
  onPath(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, beginning);
    } finally {
      closeSync(descriptor);
    }
  });
  if (MAGIC.includes(beginning.readUInt32LE(PAGE_HEADER))) return;
  throw new InputError(`${file} is not a request database; give another --state, or a file that does not exist`);
}

/**
 * Reserves a database for this process with a file beside it, because two processes would give the same ids. The file of
 * a process that no longer exists is replaced. Throws an InputError if another process uses the database, or if it is another file.
 *
 * @returns a function that releases it
 */
export function lockDatabase(database: string): () => void {
  requireDatabase(database);
  const file = `${database}-process`;
  const lock = (): void => {
    const descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, `${process.pid}\n`);
    closeSync(descriptor);
  };
  onPath(file, () => {
    try {
      lock();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (isRunning(owner)) {
        throw new InputError(`the database ${database} is used by process ${owner}; end it, or give another --state`);
      }
      rmSync(file);
      lock();
    }
  });
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // another user's process exists, too
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
