import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SlipTable } from '../../evidence/slip-records';
import { InputError } from '../../input-error';
import type { Recording } from '../../recording/model/recorded-run';
import { print } from '../terminal/print';
import { otherGrounds, restsOn, type SlipSources, slipGrounds } from './slip-grounds';
import { readSlips, SLIPS_FILE } from './slip-table-file';
import { slippedFeatures } from './slipped-features';

/** What decides about the table of slips of a run. */
export interface SlipsOfRun extends SlipSources {
  readonly out: string;
}

/**
 * The table of slips of a run: that of an earlier run if it rests on the same, or a new one. Undefined if a procedure does
 * not hold, so that no slip can be tried.
 *
 * @param temporary an empty folder
 */
export function slipsOfRun(paths: readonly string[], options: SlipsOfRun, temporary: string): SlipTable | undefined {
  const earlier = join(options.out, SLIPS_FILE);
  const known = existsSync(earlier) ? knownSlips(earlier) : undefined;
  if (known && restsOn(known, slipGrounds(slippedFeatures(paths, options.environment), options))) return known;
  // Node.js can load the user's step definitions only once in a process, and the run has loaded them
  const { environment, steps, products } = options;
  const { status } = spawnSync(
    process.execPath,
    [
      ...[...process.execArgv, process.argv[1] ?? '', 'what-if', ...paths],
      ...(steps.length > 0 ? ['--steps', ...steps] : []),
      ...(products.length > 0 ? ['--products', ...products] : []),
      ...(environment === undefined ? [] : ['--environment', environment]),
      ...['--out', temporary],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status === 0 || status === 1) return readSlips(join(temporary, SLIPS_FILE));
  print(process.stderr, 'slips      not shown on the pages: they could not be tried; see the error above\n');
  return undefined;
}

/** The table of slips in a file, if it rests on the same programs, environment and features as the run; else it says why. */
export function usableSlips(file: string, recording: Recording): SlipTable | undefined {
  const table = readSlips(file);
  const others = otherGrounds(table, recording);
  if (others.length === 0) return table;
  print(
    process.stderr,
    `slips      ${file} is not used, because these have changed since: ${others.join(', ')}; write it again with: rehearse what-if --out DIR\n`,
  );
  return undefined;
}

function knownSlips(file: string): SlipTable | undefined {
  try {
    return readSlips(file);
  } catch (error) {
    // a file of an earlier version is written again
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
