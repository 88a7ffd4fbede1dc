import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { COLLECTOR } from '../../package/folder';
import { existing } from '../input/existing-path';
import { openDraft } from '../output/draft-folder';
import { print } from '../terminal/print';

/** `rehearse collect`: writes the script that collects the state of a real server. It never replaces a file. */
export function collect(file: string): number {
  if (existsSync(file)) throw new InputError(`${file} is there already; give another name with --out`);
  const folder = dirname(file);
  existing(folder, `there is no folder ${folder}; create it, or give another name with --out`);
  const draft = openDraft(folder);
  try {
    onPath(folder, () => {
      writeFileSync(join(draft.path, '0'), readFileSync(COLLECTOR));
      renameSync(join(draft.path, '0'), file);
    });
  } finally {
    draft.close();
  }
  print(
    process.stdout,
    `wrote ${file}; run it as an administrator on each server, then: rehearse check STATE… --environment rehearsal.yaml\n`,
  );
  return 0;
}
