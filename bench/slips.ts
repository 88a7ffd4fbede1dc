import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure, middle } from './process';

/** Every single slip of the plans of the default environment, next to a run, in turn. Run `npm run build` first. */

const ROOT = join(__dirname, '..');
const ROUNDS = Number(process.argv[2] ?? 3);
const PROGRAM = 'dist/src/cli/main.js';
const MOST_OUTPUT = 64 * 1024 * 1024;

function main(): void {
  const folder = mkdtempSync(join(ROOT, 'reports-bench-'));
  try {
    const where = { cwd: ROOT, folder };
    const rounds = Array.from({ length: ROUNDS }, () => ({
      run: measure([PROGRAM, 'run', '--out', join(folder, 'run')], where),
      // a slip that no step notices ends with 1
      slips: measure([PROGRAM, 'what-if', '--json'], { ...where, ends: [0, 1] }),
    }));
    const count = numberOfSlips();
    const seconds = middle(rounds.map(({ slips }) => slips.milliseconds)) / 1000;
    const ratio = middle(rounds.map(({ run, slips }) => slips.processor / run.processor));
    process.stdout.write(
      `${count} slips in ${seconds.toFixed(1)} s (${Math.round(count / seconds)} in a second), ` +
        `${ratio.toFixed(1)} times the processor time of a run, ` +
        `${Math.round(middle(rounds.map(({ slips }) => slips.megabytes)))} MB\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function numberOfSlips(): number {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'what-if', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  return JSON.parse(stdout).slips.length;
}

main();
