import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN } from '../support/rehearse';
import { ROOT } from '../support/root';
import { type Block, blocksOf } from './blocks';

/** What a reader who follows a document gets. */
export interface Followed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Follows a document in a folder, block by block: writes the files that it shows, and runs its shell commands. `npx` runs
 * the compiled program. The package is installed already, so the commands of npm are left out.
 *
 * @param path the path of the document in the project
 */
export function follow(path: string, folder: string): Followed {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  symlinkSync(ROOT, join(modules, 'certificate-rehearsal'));
  return inShell(blocksOf(path).flatMap(commandsOf).join('\n'), folder);
}

/** Runs commands in a folder, with an `npx` that runs the compiled program. */
export function inShell(script: string, folder: string): Followed {
  const programs = join(folder, '.programs');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  chmodSync(join(programs, 'npx'), 0o755);
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH}`, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

/** What a reader does at a block: types its commands, or writes the file that it shows. */
function commandsOf({ language, file, text }: Block): readonly string[] {
  if (language === 'sh') return text.split('\n').filter((line) => !line.startsWith('npm '));
  if (file === undefined) return [];
  return [`mkdir -p "$(dirname ${file})"`, `cat > ${file} <<'END OF THE FILE'\n${text}END OF THE FILE`];
}
