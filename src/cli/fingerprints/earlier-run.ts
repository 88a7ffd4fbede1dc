import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { InputError } from '../../input-error';
import { DEFAULT_ENVIRONMENT, FEATURES, PACKAGE } from '../../package/folder';
import type { ServerState } from '../../pool-state/server-state';
import { upToDateFeatures } from '../../recording/staleness/up-to-date';
import { withoutFeatures } from '../../recording/without-features';
import { MESSAGES_FILE, readMessages } from '../input/message-file';
import { addressOf, type SourcedPlan } from '../plans/composed-plans';
import { currentInputs, digestOfStates } from './fingerprints';
import { digestsOfOwn } from './own-files';

/** The results of an earlier run that are up to date, and the features to run. */
export interface EarlierRun {
  /** the messages of the features that are not run again */
  readonly kept: readonly Envelope[];
  /** feature files, absolute */
  readonly stale: readonly string[];
  readonly stalePlans: readonly SourcedPlan[];
}

/** Whether everything is up to date. */
export function isEmpty({ stale, stalePlans }: EarlierRun): boolean {
  return stale.length + stalePlans.length === 0;
}

/** The options that affect `--only-stale`. */
export interface StaleOptions {
  readonly environment?: string;
  readonly out: string;
  readonly tags: string;
  readonly keepPrivateKeys: boolean;
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  readonly products: readonly string[];
}

/**
 * Finds the features that have no up-to-date result in the output folder; all of them if it has no messages. Results of
 * stale features and of deleted files are dropped. Throws an InputError for options that select parts of features.
 *
 * @param paths the paths of the run; default: the features of the package
 * @param states the states from which the run would begin
 */
export function earlierRun(
  paths: readonly string[],
  options: StaleOptions,
  plans: readonly SourcedPlan[],
  states: readonly ServerState[] = [],
): EarlierRun {
  refuseParts(paths, options);
  const base = paths.length > 0 ? process.cwd() : PACKAGE;
  const asked = (paths.length > 0 ? paths : [FEATURES]).flatMap((path) => featureFilesIn(resolve(path)));
  if (!existsSync(join(options.out, MESSAGES_FILE))) return { kept: [], stale: asked, stalePlans: plans };
  const messages = readMessages(options.out);
  const present = currentInputs(options.environment ?? DEFAULT_ENVIRONMENT, [base]);
  const composed = new Map(plans.map(({ uri, text }) => [uri, [text]]));
  const features = (uri: string) => composed.get(uri) ?? present.features(uri);
  const own = () => digestsOfOwn([...options.steps, ...options.products], process.cwd());
  const fresh = upToDateFeatures(messages, { ...present, features, own, states: digestOfStates(states) });
  const stale = asked.filter((file) => !fresh.has(addressOf(file, base)));
  const stalePlans = plans.filter(({ uri }) => !fresh.has(uri));
  const gone = goneFrom(messages, [base, PACKAGE]).filter((uri) => !composed.has(uri));
  const dropped = new Set([
    ...stale.map((file) => addressOf(file, base)),
    ...stalePlans.map(({ uri }) => uri),
    ...gone,
  ]);
  return { kept: dropped.size > 0 ? withoutFeatures(messages, dropped) : messages, stale, stalePlans };
}

function refuseParts(paths: readonly string[], { tags, keepPrivateKeys }: StaleOptions): void {
  const part = paths.find((path) => /:\d+$/.test(path));
  const found = [
    ...(tags === '' ? [] : ['--tags']),
    ...(keepPrivateKeys ? ['--keep-private-keys'] : []),
    ...(part === undefined ? [] : [part]),
  ];
  if (found.length > 0)
    throw new InputError(
      `--only-stale runs whole features again, and only some of them; leave out ${found.join(', ')}`,
    );
}

function featureFilesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true }).map(String).sort();
  return names.filter((name) => /\.feature(\.md)?$/.test(name)).map((name) => join(path, name));
}

function goneFrom(messages: readonly Envelope[], folders: readonly string[]): readonly string[] {
  const uris = messages.flatMap(({ source }) => (source ? [source.uri] : []));
  return uris.filter((uri) => !folders.some((folder) => existsSync(resolve(folder, uri))));
}

/** The number of stale features, in one line. */
export function staleReport({ stale, stalePlans }: EarlierRun): string {
  const count = stale.length + stalePlans.length;
  if (count === 0) return 'nothing is stale: nothing was run again';
  return `${count} ${count === 1 ? 'feature was' : 'features were'} run again`;
}
