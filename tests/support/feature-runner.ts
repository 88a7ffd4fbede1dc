// before Cucumber is loaded
import '../../src/execution/match-indices';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import {
  type IPlannedPickle,
  type IRunOptions,
  type ISupportCodeLibrary,
  loadSources,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { otherProcedures } from '../../src/execution/other-procedures';
import { definitionsOf } from '../../src/execution/support-code/definitions';
import { loadDefinitions } from '../../src/execution/support-code/load-definitions';
import { recordingOf } from '../../src/recording/recording';
import { ROOT } from './root';

/** The features of the package. */
export const FEATURES = resolve(ROOT, 'features');

type Sources = IRunOptions['sources'];

/** Executes features in this process, with step definitions that are loaded once. */
export class FeatureRunner {
  readonly #support: ISupportCodeLibrary;

  private constructor(support: ISupportCodeLibrary) {
    this.#support = support;
  }

  /** @param hooks further files with hooks, such as one that observes the world */
  static async create(hooks: readonly string[] = []): Promise<FeatureRunner> {
    const { support, own } = definitionsOf([], false);
    const requirePaths = [...support.requirePaths, ...hooks];
    return new FeatureRunner(await loadDefinitions({ support: { ...support, requirePaths }, own }, ROOT));
  }

  /** The scenarios of the package's features, one for each row of an outline. */
  async scenarios(): Promise<readonly IPlannedPickle[]> {
    return (await loadSources(sources([FEATURES]), surroundings())).plan;
  }

  /** The messages of a run of these files, folders or file:line. `order` is `defined` or `random:seed`. */
  async messages(
    paths: readonly string[],
    options: { readonly order?: Sources['order']; readonly environmentFile?: string } = {},
  ): Promise<readonly Envelope[]> {
    const { order = 'defined', environmentFile } = options;
    const absolute = paths.map((path) => resolve(ROOT, path));
    const messages: Envelope[] = [];
    const others = otherProcedures(absolute, ROOT);
    const run = {
      sources: { ...sources(absolute), order },
      support: this.#support,
      runtime: {
        ...RUNTIME,
        worldParameters: { otherProcedures: others, ...(environmentFile ? { environmentFile } : {}) },
      },
      formats: { stdout: 'progress', files: {}, publish: false as const, options: {} },
    };
    await runCucumber(run, surroundings(), (message) => messages.push(message));
    return messages;
  }
}

/** The status and the message of each executed scenario, by its address and name. */
export function verdictsIn(messages: readonly Envelope[]): ReadonlyMap<string, string> {
  const scenarios = recordingOf(messages).features.flatMap((feature) => feature.scenarios);
  const executed = scenarios.filter(({ selected }) => selected);
  return new Map(
    executed.map(({ key, name, status, message, notApplicable }) => {
      return [`${key} ${name}`, JSON.stringify([status, message, notApplicable])] as const;
    }),
  );
}

const RUNTIME = {
  dryRun: false,
  failFast: false,
  filterStacktraces: true,
  parallel: 0,
  retry: 0,
  retryTagFilter: '',
  strict: true,
};

function sources(paths: readonly string[]): Sources {
  return { defaultDialect: 'en', paths: [...paths], names: [], tagExpression: '', order: 'defined' };
}

function surroundings() {
  return { cwd: ROOT, stdout: discarding(), stderr: process.stderr, env: { CUCUMBER_PUBLISH_QUIET: 'true' } };
}

function discarding(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
