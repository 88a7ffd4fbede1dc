import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fingerprints } from '../../evidence/fingerprints';
import { today } from '../../execution/clock';
import { featureText } from '../../execution/feature-files';
import { ENVIRONMENTS, PACKAGE } from '../../package/folder';
import type { ServerState } from '../../pool-state/server-state';
import type { CurrentInputs } from '../../recording/staleness/staleness';
import type { LedgerEntry } from '../../runbook/source-document/ledger';
import { ledger } from '../input/shipped-files';
import type { SourcedPlan } from '../plans/composed-plans';
import { commitOf } from './commit';
import { digestsOfOwn } from './own-files';
import { type ProgramDigests, programDigests } from './program-files';

/** Inputs that not every run has. */
interface MoreInputs {
  readonly plans?: readonly SourcedPlan[];
  /** the states of real servers from which the run begins */
  readonly states?: readonly ServerState[];
  /** files or folders with the user's step definitions */
  readonly own?: readonly string[];
  /** the sentences of the source documents of the run; default: those of the package */
  readonly sentences?: readonly LedgerEntry[];
}

/**
 * The fingerprints of all inputs of a run besides its features.
 *
 * @param environmentFile the environment of the run
 * @param chinese whether the run loads the Chinese sentences of the step definitions
 */
export function fingerprintsOf(
  environmentFile: string,
  chinese = false,
  { plans = [], states = [], own = [], sentences = ledger() }: MoreInputs = {},
): Fingerprints {
  const commit = commitOf(PACKAGE);
  const { languages, ...always } = programs();
  return {
    ...(commit === undefined ? {} : { commit }),
    ...always,
    ...(chinese ? { languages } : {}),
    ...(own.length > 0 ? { own: { paths: own, files: digestsOfOwn(own, process.cwd()) ?? {} } } : {}),
    environment: digestOfFile(environmentFile),
    ...(states.length > 0
      ? { states: { digest: digestOfStates(states), servers: states.map(({ server }) => server) } }
      : {}),
    ...(plans.length > 0 ? { plans: Object.fromEntries(plans.map(({ uri, sources }) => [uri, sources])) } : {}),
    sentences: Object.fromEntries(sentences.map(({ id, sha256 }) => [id, sha256])),
  };
}

/**
 * The present state of the inputs of results, to compare with those that a run recorded.
 *
 * @param environmentFile the environment to compare with; without it, the environments of the recorded name
 * @param folders the folders to which the recorded addresses of features may be relative
 */
export function currentInputs(
  environmentFile?: string,
  folders: readonly string[] = [process.cwd(), PACKAGE],
): CurrentInputs {
  return {
    ...programs(),
    today: today(),
    environments: (name) =>
      (environmentFile === undefined ? [join(ENVIRONMENTS, name), resolve(name)] : [environmentFile]).flatMap((file) =>
        existsSync(file) ? [digestOfFile(file)] : [],
      ),
    features: (uri) =>
      [...new Set(folders.map((folder) => resolve(folder, uri)))].flatMap((file) =>
        existsSync(file) ? [featureText(file)] : [],
      ),
    own: (paths) => (paths.length > 0 ? digestsOfOwn(paths, process.cwd()) : undefined),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

/** The digest of states, as it is recorded with the results of a run; empty without states. */
export function digestOfStates(states: readonly ServerState[]): string {
  return states.length === 0 ? '' : createHash('sha256').update(JSON.stringify(states)).digest('hex');
}

let read: Required<ProgramDigests> | undefined;

/** Computed once in a process: a run records the digests, and its pages are compared with them. */
function programs(): Required<ProgramDigests> {
  read ??= programDigests();
  return read;
}

function digestOfFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
