import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the results that the test files of one session share; `scripts/test.mjs` makes and removes it. */
const SESSION = process.env.TEST_SESSION ?? ownSession();

/**
 * A folder with results that are made once per session and then only read. Two test files that ask at the same moment
 * may both make them; the results of one are then used from there on.
 *
 * @param key what the results depend on
 * @param make fills the empty folder that it is given
 * @returns the path of the filled folder
 */
export function shared(key: readonly string[], make: (folder: string) => void): string {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16);
  const pointer = join(SESSION, `${name}.path`);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8');
  mkdirSync(SESSION, { recursive: true });
  const folder = mkdtempSync(join(SESSION, `${name}-`));
  make(folder);
  writeFileSync(`${folder}.path`, folder);
  renameSync(`${folder}.path`, pointer);
  return folder;
}

/** A test file that is run alone shares with itself. */
function ownSession(): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-session-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
