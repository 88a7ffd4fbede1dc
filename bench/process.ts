import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Measurements of a whole process: wall time, processor time and peak memory. */
export interface Measured {
  readonly milliseconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

const MOST_OUTPUT = 512 * 1024 * 1024;

/** Runs a Node.js program. Throws an error with its output if it ends with another exit code than one of these. */
export function measure(
  command: readonly string[],
  { cwd, folder, ends = [0] }: { cwd: string; folder: string; ends?: readonly (number | null)[] },
): Measured {
  const usage = join(folder, 'usage');
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${join(__dirname, 'report-usage.cjs')}`,
    USAGE_FILE: usage,
  };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (!ends.includes(status))
    throw new Error(`${command.slice(0, 5).join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`);
  const [kibibytes = 0, microseconds = 0]: number[] = JSON.parse(readFileSync(usage, 'utf8'));
  return { milliseconds, processor: microseconds / 1000, megabytes: kibibytes / 1024 };
}

/** The median. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
