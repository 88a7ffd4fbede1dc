import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { DEFAULT_ENVIRONMENT, ENVIRONMENTS } from '../../package/folder';
import { existing } from '../input/existing-path';
import { writeTogether } from '../output/draft-folder';
import { print } from '../terminal/print';

export interface InitOptions {
  readonly topology?: string;
  readonly state: readonly string[];
  /** the folder of a first procedure, which is written instead of an environment file */
  readonly procedure?: string;
}

/**
 * `rehearse init`: writes a commented environment file and its JSON Schema; with a topology file, the environment of the
 * pools in it. It never replaces a file. Throws an InputError for a topology or a state that cannot be read.
 */
export async function init(file: string, { topology, state, procedure }: InitOptions): Promise<number> {
  if (procedure !== undefined) return firstProcedure(procedure);
  if (topology === undefined && state.length > 0)
    throw new InputError('--state adds to a topology; give the topology file with --topology, too');
  if (existsSync(file)) throw new InputError(`${file} is there already; give another name: rehearse init other.yaml`);
  const folder = dirname(file);
  existing(folder, `there is no folder ${folder}; create it, or give another name`);
  const schema = join(folder, 'rehearsal.schema.json');
  const content = topology === undefined ? bytesOf(DEFAULT_ENVIRONMENT) : await ofTopology(topology, state);
  const schemas = existsSync(schema) ? [] : [[schema, bytesOf(join(ENVIRONMENTS, 'rehearsal.schema.json'))] as const];
  writeTogether(folder, [[file, content], ...schemas]);
  const next = topology === undefined ? 'change it to your topology' : 'check the values that are marked "assumed"';
  print(process.stdout, `wrote ${file}; ${next}, then: rehearse run --environment ${file}\n`);
  return 0;
}

function firstProcedure(folder: string): number {
  const { initProcedure }: typeof import('./init-procedure') = require('./init-procedure');
  return initProcedure(folder);
}

async function ofTopology(topology: string, states: readonly string[]): Promise<Buffer> {
  const { environmentOfTopology }: typeof import('./init-topology') = require('./init-topology');
  return Buffer.from(await environmentOfTopology(topology, states));
}

function bytesOf(path: string): Buffer {
  return onPath(path, () => readFileSync(path));
}
