import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { ENVIRONMENTS } from '../../package/folder';
import { existing } from '../input/existing-path';
import { openDraft } from '../output/draft-folder';
import { print } from '../terminal/print';

/** `rehearse init`: writes a commented environment file and its JSON Schema. It never replaces a file. */
export function init(file: string): number {
  if (existsSync(file)) throw new InputError(`${file} is there already; give another name: rehearse init other.yaml`);
  const folder = dirname(file);
  existing(folder, `there is no folder ${folder}; create it, or give another name`);
  const schema = join(folder, 'rehearsal.schema.json');
  const sources = [['contoso.yaml', file], ...(existsSync(schema) ? [] : [['rehearsal.schema.json', schema]])] as const;
  writeNew(
    folder,
    sources.map(([source = '', target = '']) => [join(ENVIRONMENTS, source), target]),
  );
  print(process.stdout, `wrote ${file}; change it to your topology, then: rehearse run --environment ${file}\n`);
  return 0;
}

/** Copies each file of the package to its new place in the folder: all or none. */
function writeNew(folder: string, copies: readonly (readonly [source: string, target: string])[]): void {
  const draft = openDraft(folder);
  const drafted = (index: number): string => join(draft.path, String(index));
  try {
    onPath(folder, () => {
      for (const [index, [source]] of copies.entries()) writeFileSync(drafted(index), readFileSync(source));
      for (const [index, [, target]] of copies.entries()) renameSync(drafted(index), target);
    });
  } finally {
    draft.close();
  }
}
