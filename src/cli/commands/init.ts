import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../input-error';
import { ENVIRONMENTS } from '../../package/folder';

/** `rehearse init`: writes a commented environment file and its JSON Schema. It never replaces a file. */
export function init(file: string): number {
  if (existsSync(file)) throw new InputError(`${file} is there already; give another name: rehearse init other.yaml`);
  write(file, readFileSync(join(ENVIRONMENTS, 'contoso.yaml'), 'utf8'));
  const schema = join(file, '..', 'rehearsal.schema.json');
  if (!existsSync(schema)) write(schema, readFileSync(join(ENVIRONMENTS, 'rehearsal.schema.json'), 'utf8'));
  process.stdout.write(`wrote ${file}; change it to your topology, then: rehearse run --environment ${file}\n`);
  return 0;
}

function write(file: string, content: string): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    throw new InputError(
      `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}; choose another place`,
    );
  }
}
