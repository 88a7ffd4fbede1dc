import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fingerprints } from '../../evidence/fingerprints';
import { catalogueFile } from '../../package/catalogue';
import { CHINESE_STEPS, PACKAGE, PROGRAM } from '../../package/folder';
import { KEYS } from '../../package/rehearsal-keys';

/**
 * Rooms that scenarios do not load: most of them only read results. Everything else in `src/` is part of the simulation. The import table prevents steps
 * and execution from importing these rooms.
 */
const RESULT_READERS = [
  ...['runbook', 'recording', 'reference', 'configuration', 'cli', 'exploration'],
  ...['index.js', 'index.ts'],
];

/** The digests of what is loaded when scenarios run, except features and the environment file. */
export type ProgramDigests = Pick<Fingerprints, 'steps' | 'simulation' | 'languages'>;

/** Reads and digests all files that scenarios load, compiled programs or the sources under ts-node. */
export function programDigests(): Required<ProgramDigests> {
  return {
    steps: digestOf(filesIn(join(PROGRAM, 'steps')).filter(isProgram)),
    simulation: digestOf(simulationFiles()),
    languages: digestOf([CHINESE_STEPS, catalogueFile('zh-TW')]),
  };
}

/** The rooms that scenarios load, the rehearsal keys, and package.json with the versions of the dependencies. */
function simulationFiles(): readonly string[] {
  const rooms = readdirSync(join(PROGRAM, 'src')).filter((name) => !RESULT_READERS.includes(name));
  const programs = rooms.flatMap((name) => filesIn(join(PROGRAM, 'src', name))).filter(isProgram);
  const keys = filesIn(KEYS).filter((file) => file.endsWith('.pem'));
  return [...programs, ...keys, join(PACKAGE, 'package.json')];
}

/** A file that Node.js loads: no declaration and no source map. */
function isProgram(file: string): boolean {
  return /(?<!\.d)\.[jt]s$/.test(file);
}

/** The file itself, or all files below the folder. */
function filesIn(path: string): readonly string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? filesIn(inner) : [inner];
  });
}

/** One digest of all these files, with their names. */
function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256');
  const named = files.map((file) => ({ file, name: relative(PACKAGE, file).replaceAll('\\', '/') }));
  for (const { file, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const bytes = readFileSync(file);
    digest.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}
