import { dirname, join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { isChinese } from '../../execution/chinese-features';
import { now } from '../../execution/clock';
import { areUtf8 } from '../../execution/feature-files';
import { type FeaturesResult, type FeaturesRun, runFeatures } from '../../execution/run-features';
import { checkTags } from '../../execution/tags';
import { DEFAULT_ENVIRONMENT, FEATURES, PACKAGE } from '../../package/folder';
import { stateOfAll } from '../../recording/model/state';
import { recordingOf } from '../../recording/recording';
import { notCoveredIn } from '../../runbook/outline/not-covered';
import { scenariosOf, totals } from '../../runbook/outline/totals';
import { findings } from '../../runbook/views/findings/findings-views';
import { type EarlierRun, earlierRun, isEmpty, staleReport } from '../fingerprints/earlier-run';
import { fingerprintsOf } from '../fingerprints/fingerprints';
import { checkEnvironment } from '../input/environment-check';
import { checkPaths } from '../input/feature-paths';
import { MESSAGES_FILE, messagesText } from '../input/message-file';
import type { StartingStates } from '../input/starting-states';
import { type FailingProcedure, failingProcedure, failingProcedureIn } from '../output/failing-procedure';
import { failuresIn, groupedFailures } from '../output/failures';
import { findingsJson } from '../output/findings-report';
import { keyFilesIn } from '../output/kept-keys';
import { keptText, type OutputFile, OutputFolder } from '../output/output-folder';
import { planResults } from '../output/plans-report';
import { RUNBOOK_FOLDERS, type RunbookOptions, runbookFiles } from '../output/runbook-files';
import { summary, waiversIn, waiversJson } from '../output/summary';
import { withPictures } from '../pictures/recorded-pictures';
import { copyWithPlans, plansFor, type SourcedPlan } from '../plans/composed-plans';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';
import { counted, progressOf } from '../terminal/progress';

/** The files that every run writes. */
const RUN_FILES = [MESSAGES_FILE, 'junit.xml', 'runbook/index.html'];
const PLANS_FOLDER = 'plans';

export interface RunOptions extends RunbookOptions {
  readonly out: string;
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  readonly tags: string;
  readonly parallel: number;
  readonly freshKeys: boolean;
  readonly keepPrivateKeys: boolean;
  /** the path of the browser that takes pictures of web pages */
  readonly browser?: string;
  readonly onlyStale: boolean;
  /** states of real servers from which the scenarios begin */
  readonly state: readonly string[];
  /** whether the terminal also lists the findings about the document */
  readonly findings: boolean;
  readonly json: boolean;
}

/**
 * `rehearse run`: executes the procedures, or the stale ones. Writes messages, JUnit report, runbook and produced
 * files. Returns the exit code: 0 everything holds, 1 something does not. If the whole procedure of the package fails on
 * the first pool of the environment, it reports that step, and executes the procedures only. This is not tried from
 * states. Throws an InputError or an EnvironmentError.
 */
export async function run(paths: readonly string[], given: RunOptions): Promise<number> {
  checkEnvironment(given.environment);
  checkTags(given.tags);
  checkPaths(paths, given.steps);
  const from = startOf(given);
  const failing = paths.length === 0 && !from ? failingProcedureIn(given.environment) : null;
  const options = failing?.onFirstPool ? { ...given, tags: '@procedure', onlyStale: false } : given;
  const plans = plansFor(paths, options.environment).filter(({ pool }) => from?.pools.includes(pool) ?? true);
  const earlier = options.onlyStale ? earlierRun(paths, options, plans, from?.states) : null;
  const folders = plans.length > 0 ? [...RUNBOOK_FOLDERS, PLANS_FOLDER] : RUNBOOK_FOLDERS;
  const output = new OutputFolder({ folder: options.out, files: RUN_FILES, folders });
  try {
    const keys = options.keepPrivateKeys ? output.temporary('keys') : undefined;
    const asked = { paths: earlier?.stale ?? paths, folder: paths.length > 0 ? process.cwd() : PACKAGE };
    const place = { ...asked, plans: earlier?.stalePlans ?? plans };
    const states = from?.writeTo(output.temporary('states'));
    const start = { keys, plans: place.plans, from, ...(states === undefined ? {} : { statesFile: resolve(states) }) };
    const ran = earlier && isEmpty(earlier) ? null : await executed(withCopies(place, output), options, start);
    const envelopes = [...(earlier?.kept ?? []), ...(ran?.envelopes ?? [])];
    const files = counted('writing pages', filesOf(envelopes, { ran, keys, plans }, options), isQuiet(options));
    print(process.stderr, keptText(options.out, await output.write(files)));
    return report(envelopes, options, { earlier, failing });
  } finally {
    output.close();
  }
}

/** The states from which the scenarios begin; null if they begin from the environment. */
function startOf({ state, environment }: RunOptions): StartingStates | null {
  if (state.length === 0) return null;
  // the simulation takes long to load, and most runs have no states
  const { startingStates }: typeof import('../input/starting-states') = require('../input/starting-states');
  return startingStates(state, environment);
}

/** Where Cucumber reads the features of the package and the plans. */
function withCopies(
  { paths, folder, plans }: Pick<FeaturesRun, 'paths'> & { folder: string; plans: readonly SourcedPlan[] },
  output: OutputFolder,
): Pick<FeaturesRun, 'paths' | 'folder' | 'copies'> {
  if (plans.length === 0 && areUtf8(paths)) return { paths, folder };
  const read = paths.length > 0 || folder !== PACKAGE ? paths : [FEATURES];
  return { paths, folder, copies: copyWithPlans({ paths: read, folder }, plans, output.temporary('features')) };
}

interface RunResult {
  readonly ran: FeaturesResult | null;
  readonly keys: string | undefined;
  readonly plans: readonly SourcedPlan[];
}

function* filesOf(
  envelopes: readonly Envelope[],
  { ran, keys, plans }: RunResult,
  options: RunOptions,
): Generator<OutputFile> {
  yield [MESSAGES_FILE, messagesText(envelopes)];
  for (const { uri, text } of plans) yield [uri, text];
  if (ran) yield ['junit.xml', ran.junit];
  yield* runbookFiles(envelopes, options);
  if (keys) for (const [path, bytes] of keyFilesIn(keys)) yield [`artifacts/${path}`, bytes];
}

interface RunStart extends Omit<RunResult, 'ran'> {
  readonly from: StartingStates | null;
  readonly statesFile?: string;
}

/** Executes these features. */
async function executed(
  features: Pick<FeaturesRun, 'paths' | 'folder' | 'copies'>,
  options: RunOptions,
  { keys, plans, from, statesFile }: RunStart,
): Promise<FeaturesResult> {
  const { environment, steps, tags, parallel, freshKeys } = options;
  const { paths } = features;
  const progress = progressOf('rehearsing', isQuiet(options));
  const order = {
    ...features,
    environmentFile: environment === undefined ? undefined : resolve(environment),
    ...(statesFile === undefined ? {} : { statesFile }),
    ...{ steps, tags, parallel, freshKeys, keepPrivateKeys: keys, pageSources: options.browser !== undefined },
    startedAt: now(),
    grounds: fingerprintsOf(environment ?? DEFAULT_ENVIRONMENT, isChinese(paths.length > 0 ? paths : [FEATURES]), {
      plans,
      states: from?.states ?? [],
      own: steps,
    }),
  };
  return await withPictures(options.browser, () => runFeatures(order, progress.onMessage)).finally(progress.stop);
}

/** Whether to show no progress: a program reads the output. */
function isQuiet({ json }: RunOptions): boolean {
  return json && !process.stderr.isTTY;
}

interface Circumstances {
  readonly earlier: EarlierRun | null;
  readonly failing: FailingProcedure | null;
}

function report(envelopes: readonly Envelope[], options: RunOptions, { earlier, failing }: Circumstances): number {
  const counted = totals(envelopes);
  const failures = failuresIn(envelopes);
  const runbook = join(options.out, 'runbook', 'index.html');
  if (options.json) {
    const recording = recordingOf(envelopes);
    const state = stateOfAll(scenariosOf(recording));
    const said = {
      ...counted,
      state,
      failures: groupedFailures(failures),
      notCovered: notCoveredIn(recording),
      plans: planResults(recording, dirname(runbook)),
      findings: findingsJson(findings(envelopes)),
      waived: waiversJson(waiversIn(envelopes)),
      ...(failing ? { procedure: failing.steps[0], procedures: failing.steps } : {}),
      runbook,
    };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
  const terminal = options.json ? process.stderr : process.stdout;
  if (earlier) print(terminal, `stale      ${staleReport(earlier)}\n`);
  const paint = paintFor(terminal);
  if (failing) print(terminal, failingProcedure(failing, paint));
  const rest = failing?.onFirstPool
    ? `runbook    ${runbook}\n`
    : summary(envelopes, runbook, { paint, all: options.findings });
  print(terminal, rest);
  return failing || failures.length > 0 ? 1 : 0;
}
