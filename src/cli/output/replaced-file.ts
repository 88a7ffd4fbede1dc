import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { existing } from '../input/existing-path';
import { openDraft } from './draft-folder';

/** Writes a file at once, and replaces an earlier one. Throws an InputError for a folder, or without the folder above. */
export function replaceFile(file: string, text: string, option: string): void {
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new InputError(`${option} ${file}: this is a folder; give the name of a file`);
  }
  const folder = dirname(file);
  existing(folder, `${option} ${file}: there is no folder ${folder}; create it, or give another name`);
  const draft = openDraft(folder);
  try {
    onPath(folder, () => {
      writeFileSync(join(draft.path, '0'), text);
      renameSync(join(draft.path, '0'), file);
    });
  } finally {
    draft.close();
  }
}
