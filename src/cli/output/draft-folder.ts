import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { onPath } from '../../file-error';
import { atEarlyEnd } from '../terminal/early-end';

/** A folder for files that are not complete yet. It is on the file system of the folder that receives them. */
export interface DraftFolder {
  readonly path: string;
  /** removes the draft, and the folders that it created and that are empty */
  readonly close: () => void;
}

const DRAFT = /^\.rehearse-(\d+)$/;

/**
 * Creates a draft in `folder`, and the folder if it does not exist. Removes the drafts of processes that no longer
 * exist. An interruption or a crash of this process removes the draft. Throws an InputError if that is not possible.
 */
export function openDraft(folder: string): DraftFolder {
  const path = resolve(folder, `.rehearse-${process.pid}`);
  const created = onPath(folder, () => mkdirSync(folder, { recursive: true }));
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
    if (created !== undefined) removeEmpty(resolve(folder), resolve(created));
  };
  const cancel = atEarlyEnd(remove);
  const close = (): void => {
    cancel();
    remove();
  };
  try {
    onPath(folder, () => {
      removeLeftovers(folder);
      // only this user may read it, because it can contain private keys
      mkdirSync(path, { mode: 0o700 });
    });
  } catch (error) {
    close();
    throw error;
  }
  return { path, close };
}

/** A file to write: its path, and its content. */
export type NewFile = readonly [target: string, content: string | Uint8Array];

/** Writes files that belong together on the file system of `folder`: all or none. Creates the folder if needed. */
export function writeTogether(folder: string, files: readonly NewFile[]): void {
  const draft = openDraft(folder);
  const drafted = (index: number): string => join(draft.path, String(index));
  try {
    onPath(folder, () => {
      for (const [index, [, content]] of files.entries()) writeFileSync(drafted(index), content);
      for (const [index, [target]] of files.entries()) renameSync(drafted(index), target);
    });
  } finally {
    draft.close();
  }
}

function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = DRAFT.exec(name)?.[1];
    if (id === undefined || isOtherProcess(Number(id))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a process other than this one has that id. */
function isOtherProcess(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    // EPERM: it belongs to another user
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes the folder and its parents up to `last`, as long as they are empty. */
function removeEmpty(folder: string, last: string): void {
  try {
    for (let path = folder; path.startsWith(last); path = dirname(path)) rmdirSync(path);
  } catch {
    // a folder that contains something remains
  }
}
