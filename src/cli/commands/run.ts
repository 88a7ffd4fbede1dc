import { resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import type { SlipTable } from '../../evidence/slip-records';
import { isChinese } from '../../execution/chinese-features';
import { now } from '../../execution/clock';
import { areUtf8 } from '../../execution/feature-files';
import { type FeaturesResult, type FeaturesRun, runFeatures } from '../../execution/run-features';
import { checkTags } from '../../execution/tags';
import { DEFAULT_ENVIRONMENT, FEATURES, PACKAGE } from '../../package/folder';
import { earlierRun, isEmpty } from '../fingerprints/earlier-run';
import { fingerprintsOf } from '../fingerprints/fingerprints';
import { checkEnvironment } from '../input/environment-check';
import { checkPaths } from '../input/feature-paths';
import { MESSAGES_FILE, messagesText } from '../input/message-file';
import type { StartingStates } from '../input/starting-states';
import { failingProcedureIn } from '../output/failing-procedure';
import { keyFilesIn } from '../output/kept-keys';
import { keptText, type OutputFile, OutputFolder } from '../output/output-folder';
import { RUNBOOK_FOLDERS, type RunbookOptions, runbookFiles } from '../output/runbook-files';
import { withPictures } from '../pictures/recorded-pictures';
import { copyWithPlans, plansFor, type SourcedPlan } from '../plans/composed-plans';
import { sourcesOfPaths } from '../sources/citing-features';
import { type DocumentSource, sentencesIn } from '../sources/source-documents';
import { print } from '../terminal/print';
import { counted, progressOf } from '../terminal/progress';
import { reportRun } from './run-report';

/** The files that every run writes. */
const RUN_FILES = [MESSAGES_FILE, 'junit.xml', 'runbook/index.html'];
const PLANS_FOLDER = 'plans';
const SLIPS_FILE = 'slips.json';

export interface RunOptions extends RunbookOptions {
  readonly out: string;
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  /** files of the user that offer products */
  readonly products: readonly string[];
  readonly tags: string;
  readonly parallel: number;
  readonly freshKeys: boolean;
  readonly keepPrivateKeys: boolean;
  /** the path of the browser that takes pictures of web pages */
  readonly browser?: string;
  readonly onlyStale: boolean;
  /** states of real servers from which the scenarios begin */
  readonly state: readonly string[];
  /** whether the slips of the procedures are tried, too */
  readonly whatIf: boolean;
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
  const sources = sourcesOfPaths(paths, options.source);
  const output = new OutputFolder({
    folder: options.out,
    files: [...RUN_FILES, ...(options.whatIf ? [SLIPS_FILE] : [])],
    folders,
  });
  try {
    const keys = options.keepPrivateKeys ? output.temporary('keys') : undefined;
    const asked = { paths: earlier?.stale ?? paths, folder: paths.length > 0 ? process.cwd() : PACKAGE };
    const place = { ...asked, plans: earlier?.stalePlans ?? plans };
    const states = from?.writeTo(output.temporary('states'));
    const start = {
      keys,
      plans: place.plans,
      from,
      sources,
      ...(states === undefined ? {} : { statesFile: resolve(states) }),
    };
    const ran = earlier && isEmpty(earlier) ? null : await executed(withCopies(place, output), options, start);
    const envelopes = [...(earlier?.kept ?? []), ...(ran?.envelopes ?? [])];
    const slips = options.whatIf ? slipsIn(paths, options, output.temporary('slips')) : undefined;
    const files = counted('writing pages', filesOf(envelopes, { ran, keys, plans, slips }, options), isQuiet(options));
    print(process.stderr, keptText(options.out, await output.write(files)));
    return reportRun(envelopes, options, { earlier, failing, sources });
  } finally {
    output.close();
  }
}

/** The slips of the procedures; undefined if none can be tried. */
function slipsIn(paths: readonly string[], options: RunOptions, temporary: string): SlipTable | undefined {
  const { slipsOfRun }: typeof import('../slips/slips-of-run') = require('../slips/slips-of-run');
  return slipsOfRun(paths, options, temporary);
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
  readonly slips?: SlipTable | undefined;
}

function* filesOf(
  envelopes: readonly Envelope[],
  { ran, keys, plans, slips }: RunResult,
  options: RunOptions,
): Generator<OutputFile> {
  yield [MESSAGES_FILE, messagesText(envelopes)];
  for (const { uri, text } of plans) yield [uri, text];
  if (ran) yield ['junit.xml', ran.junit];
  if (slips) yield [SLIPS_FILE, `${JSON.stringify(slips)}\n`];
  yield* runbookFiles(envelopes, options, slips);
  if (keys) for (const [path, bytes] of keyFilesIn(keys)) yield [`artifacts/${path}`, bytes];
}

interface RunStart extends Omit<RunResult, 'ran' | 'slips'> {
  readonly from: StartingStates | null;
  readonly sources: readonly DocumentSource[];
  readonly statesFile?: string;
}

/** Executes these features. */
async function executed(
  features: Pick<FeaturesRun, 'paths' | 'folder' | 'copies'>,
  options: RunOptions,
  { keys, plans, from, sources, statesFile }: RunStart,
): Promise<FeaturesResult> {
  const { environment, steps, products, tags, parallel, freshKeys } = options;
  const { paths } = features;
  const progress = progressOf('rehearsing', isQuiet(options));
  const sentences = sentencesIn(sources);
  const order = {
    ...features,
    sentences: sentences.map(({ id }) => id),
    environmentFile: environment === undefined ? undefined : resolve(environment),
    ...(statesFile === undefined ? {} : { statesFile }),
    ...{
      steps,
      products,
      tags,
      parallel,
      freshKeys,
      keepPrivateKeys: keys,
      pageSources: options.browser !== undefined,
    },
    startedAt: now(),
    grounds: fingerprintsOf(environment ?? DEFAULT_ENVIRONMENT, isChinese(paths.length > 0 ? paths : [FEATURES]), {
      plans,
      states: from?.states ?? [],
      own: [...steps, ...products],
      sentences,
    }),
  };
  return await withPictures(options.browser, () => runFeatures(order, progress.onMessage)).finally(progress.stop);
}

/** Whether to show no progress: a program reads the output. */
function isQuiet({ json }: RunOptions): boolean {
  return json && !process.stderr.isTTY;
}
