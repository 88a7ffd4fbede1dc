import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../../file-error';
import { openDraft } from './draft-folder';

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
