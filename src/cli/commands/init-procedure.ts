import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { FIRST_PROCEDURE } from '../../package/folder';
import { openDraft } from '../output/draft-folder';
import { print } from '../terminal/print';

/**
 * `rehearse init --procedure`: writes a folder with a first procedure of the user: a document and its ledger, a feature, and
 * steps. Throws an InputError if the folder contains something already.
 */
export function initProcedure(folder: string): number {
  refuseOccupied(folder);
  const above = dirname(resolve(folder));
  const draft = openDraft(above);
  const made = join(draft.path, 'procedure');
  try {
    onPath(folder, () => {
      cpSync(FIRST_PROCEDURE, made, { recursive: true });
      if (existsSync(folder)) rmdirSync(folder);
      else mkdirSync(above, { recursive: true });
      renameSync(made, folder);
    });
  } finally {
    draft.close();
  }
  print(process.stdout, `wrote ${folder}; read ${join(folder, 'README.md')}, then run there: rehearse run\n`);
  return 0;
}

function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  const isFolder = onPath(folder, () => statSync(folder).isDirectory());
  if (isFolder && onPath(folder, () => readdirSync(folder)).length === 0) return;
  const what = isFolder ? 'this folder is not empty' : 'this is a file';
  throw new InputError(`--procedure ${folder}: ${what}; give the name of a new folder`);
}
