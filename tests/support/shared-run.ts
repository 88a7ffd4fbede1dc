import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import { type Ran, rehearse } from './rehearse';
import { ROOT } from './root';
import { shared } from './shared';

/** A `rehearse run` that several tests look at. */
export interface SharedRun extends Ran {
  /** the folder of `--out`, to be read only */
  readonly out: string;
}

/** The options of the run that most tests look at: all features, in both languages. */
export const WHOLE_RUN = ['--language', 'en,zh-TW', '--json'];

/** A fixed date of the run, so that a run with the same options gives the same files. */
export const DATED = { SOURCE_DATE_EPOCH: '1700000000' };

/** The options of a run of all features that keeps the files with private keys. */
export const WITH_PRIVATE_KEYS = ['--keep-private-keys', '--json'];

/** The options of a run on a shipped environment, in both languages. */
export function onEnvironment(file: string): readonly string[] {
  return ['--environment', join('environments', file), '--language', 'en,zh-TW'];
}

/**
 * `rehearse run` with these options, executed once per session.
 *
 * @param options all but `--out`; paths in them are relative to the checkout
 */
export function sharedRun(options: readonly string[] = WHOLE_RUN): SharedRun {
  const folder = shared(['run', ...options], (made) => {
    const ran = rehearse(['run', ...options, '--out', join(made, 'reports')], ROOT, DATED);
    writeFileSync(join(made, 'ran.json'), JSON.stringify(ran));
  });
  const ran: Ran = JSON.parse(readFileSync(join(folder, 'ran.json'), 'utf8'));
  return { ...ran, out: join(folder, 'reports') };
}

/** What tests look at of a run on a shipped environment. */
export interface EnvironmentRun extends Pick<SharedRun, 'status' | 'out'> {
  /** the report on the terminal */
  readonly report: string;
}

/** A run of all features on a shipped environment, in both languages. The run without an environment is on Contoso. */
export function sharedRunOn(file: string): EnvironmentRun {
  const isDefault = join(ROOT, 'environments', file) === DEFAULT_ENVIRONMENT;
  const { status, stdout, stderr, out } = isDefault ? sharedRun() : sharedRun(onEnvironment(file));
  return { status, out, report: isDefault ? stderr : stdout + stderr };
}
