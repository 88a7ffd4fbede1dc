import './match-indices';
import { isAbsolute, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { type IRunEnvironment, type IRunOptions, type ISupportCodeLibrary, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { Fingerprints } from '../evidence/fingerprints';
import { InputError } from '../input-error';
import { FEATURES, PACKAGE } from '../package/folder';
import { isChinese } from './chinese-features';
import { citationErrors } from './citations/citation-errors';
import { today } from './clock';
import type { FeaturePlace } from './feature-copies';
import { executionErrors, featureErrors } from './feature-errors';
import { LiteralSecrets } from './literal-secrets';
import { otherProcedures } from './other-procedures';
import { SkipReasons } from './skip-reasons';
import { type Definitions, definitionsOf } from './support-code/definitions';
import { loadDefinitions } from './support-code/load-definitions';
import { forWorkers } from './support-code/one-cucumber';
import { originIn, type StepOrigin } from './support-code/origin';

/** The features to run, and the options of the run. */
export interface FeaturesRun {
  /** files, folders or file:line; default: the features of the package */
  readonly paths: readonly string[];
  /**
   * the folder to which addresses in messages are relative; default: the working folder, or the package if there are no
   * paths
   */
  readonly folder?: string;
  /** where Cucumber reads the features, if not at the paths */
  readonly copies?: FeaturePlace;
  /** files or folders with the user's step definitions */
  readonly steps?: readonly string[];
  /** files of the user that offer products */
  readonly products?: readonly string[];
  readonly tags: string;
  readonly parallel: number;
  readonly environmentFile: string | undefined;
  /** a file with the states of real servers, as a list in JSON, from which each scenario begins */
  readonly statesFile?: string;
  readonly freshKeys: boolean;
  readonly keepPrivateKeys: string | undefined;
  /** whether the records of the browser contain the pages that it received */
  readonly pageSources?: boolean;
  /** ISO 8601 */
  readonly startedAt: string;
  /** the ids of the sentences that features may cite; default: the citations are not checked */
  readonly sentences?: readonly string[];
  /** recorded with the results */
  readonly grounds?: Fingerprints;
}

/** The result of a run: all messages, and the JUnit report. */
export interface FeaturesResult {
  readonly envelopes: readonly Envelope[];
  readonly junit: string;
}

/**
 * Executes features. Throws an InputError that lists all errors in the feature files; if they can be found without
 * executing a step, before the first scenario. The results of the procedures are in the messages.
 */
export async function runFeatures(
  order: FeaturesRun,
  onMessage: (envelope: Envelope) => void,
): Promise<FeaturesResult> {
  const envelopes: Envelope[] = [];
  const junit = collector();
  const standardError = collector();
  const here = order.folder ?? (order.paths.length > 0 ? process.cwd() : PACKAGE);
  const definitions = definitionsOf(order.steps ?? [], isChinese(pathsOf(order)), order.products);
  const environment = {
    cwd: order.copies?.folder ?? here,
    stdout: junit.stream,
    stderr: standardError.stream,
    env: { ...process.env, ...forWorkers(definitions.own), CUCUMBER_PUBLISH_QUIET: 'true' },
  };
  const reasons = new SkipReasons();
  const secrets = new LiteralSecrets();
  const support = await loadDefinitions(definitions, environment.cwd);
  const options = { ...optionsFor(order, here, definitions), support };
  const check = checkOf(options, originIn(environment.cwd), order.sentences);
  let checked = order.parallel > 0;
  if (checked) await checkFirst(options, { ...environment, stdout: collector().stream }, check);
  await runCucumber(options, environment, (envelope) => {
    if (!checked && beginsExecution(envelope)) {
      refuse(check(envelopes));
      checked = true;
    }
    envelopes.push(secrets.without(reasons.addTo(envelope)));
    onMessage(envelope);
  });
  refuse([...(checked ? [] : check(envelopes)), ...executionErrors(envelopes)]);
  if (!envelopes.some((e) => e.testRunFinished))
    throw new InputError(standardError.text() || 'the features could not be run');
  if (!envelopes.some((e) => e.testCaseStarted)) throw new InputError(nothingRan(order));
  return { envelopes, junit: secrets.withoutIn(junit.text()) };
}

/** Finds the errors in features whose planned scenarios the messages contain. */
type FeatureCheck = (envelopes: readonly Envelope[]) => readonly string[];

function checkOf({ support, runtime }: Options, origin: StepOrigin, sentences: FeaturesRun['sentences']): FeatureCheck {
  return (envelopes) => [
    ...featureErrors(envelopes, support, { origin, parameters: runtime.worldParameters ?? {} }),
    ...citationErrors(envelopes, sentences),
  ];
}

/** Whether the messages before this one contain all planned scenarios. */
function beginsExecution({ testRunHookStarted, testCaseStarted }: Envelope): boolean {
  return (testRunHookStarted ?? testCaseStarted) !== undefined;
}

/** Checks the features in this process: the worker processes of a parallel run cannot be stopped by an error. */
async function checkFirst(options: Options, environment: IRunEnvironment, check: FeatureCheck): Promise<void> {
  const planned: Envelope[] = [];
  const runtime = { ...options.runtime, parallel: 0, dryRun: true };
  await runCucumber({ ...options, runtime }, environment, (envelope) => {
    planned.push(envelope);
  });
  refuse(check(planned));
}

type Options = IRunOptions & { readonly support: ISupportCodeLibrary };

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new InputError(errors.join('\n'));
}

/** The features of the run, absolute. */
function pathsOf({ paths }: FeaturesRun): readonly string[] {
  return paths.length > 0 ? paths.map((path) => (isAbsolute(path) ? path : resolve(path))) : [FEATURES];
}

function optionsFor(order: FeaturesRun, folder: string, { support }: Definitions): IRunOptions {
  const paths = pathsOf(order);
  const others = otherProcedures(paths, folder);
  return {
    sources: {
      defaultDialect: 'en',
      paths: [...(order.copies?.paths ?? paths)],
      names: [],
      tagExpression: order.tags,
      order: 'defined',
    },
    support,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: order.parallel,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: {
        startedAt: order.startedAt,
        today: today(),
        ...(order.grounds ? { grounds: { ...order.grounds } } : {}),
        ...(Object.keys(others).length > 0 ? { otherProcedures: others } : {}),
        ...{ freshKeys: order.freshKeys, pageSources: order.pageSources ?? false },
        ...(order.environmentFile ? { environmentFile: order.environmentFile } : {}),
        ...(order.statesFile ? { statesFile: order.statesFile } : {}),
        ...(order.keepPrivateKeys ? { keepPrivateKeys: order.keepPrivateKeys } : {}),
      },
    },
    formats: { stdout: 'junit', files: {}, publish: false, options: { junit: { suiteName: 'rehearse' } } },
  };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

function nothingRan(order: FeaturesRun): string {
  const where = order.paths.length > 0 ? order.paths.join(', ') : 'the features of the package';
  return `no scenario was found in ${where}${order.tags ? ` with the tags ${order.tags}` : ''}; give feature files or folders, or other tags`;
}
