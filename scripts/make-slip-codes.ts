import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLIP_CODES, slipCodes } from './slip-codes';

/** `npm run slips` writes what the slips of the procedures and plans of the shipped document lead to. */

const ROOT = join(__dirname, '..', '..');
const MOST_OUTPUT = 256 * 1024 * 1024;

function main(): void {
  const args = [join(ROOT, 'dist', 'src', 'cli', 'main.js'), 'what-if', 'features/internal-edge', '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  process.stderr.write(stderr);
  writeFileSync(join(ROOT, SLIP_CODES), `${JSON.stringify(slipCodes(JSON.parse(stdout).slips), null, 2)}\n`);
}

main();
