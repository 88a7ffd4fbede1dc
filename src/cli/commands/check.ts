import { now } from '../../execution/clock';
import { combinedTexts, englishWords, type FactTexts } from '../../fact';
import { FINDING_TEXTS } from '../../judge/finding-texts';
import { translations } from '../../package/catalogue';
import { DEFAULT_ENVIRONMENT, version } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { combineExports } from '../../pool-state/combine-exports';
import { poolDeployment } from '../../pool-state/pool-deployment';
import { UNKNOWN_TEXTS } from '../../pool-state/unknown-texts';
import { poolFindings } from '../../pool-state/unknowns';
import { PRODUCTS } from '../../products/products';
import { buildDeployment } from '../../world/build-deployment';
import type { Deployment } from '../../world/deployment';
import { productNamed, readEnvironment } from '../../world/environment-file/read-environment';
import { existing } from '../input/existing-path';
import { instantIn } from '../input/instants';
import { ENGLISH, type Language } from '../input/page-languages';
import { stateFiles } from '../input/state-files';
import { comparisonText } from '../output/comparison-text';
import { writeOutput } from '../output/output-folder';
import { type CheckedPool, poolFindingsJson, poolFindingsText } from '../output/pool-findings-text';
import { replaceFile } from '../output/replaced-file';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';
import { comparedStates, type PlanToCheck } from './check-plan';

export interface CheckOptions {
  readonly environment?: string;
  readonly at?: string;
  readonly sarif?: string;
  readonly html?: string;
  readonly language?: readonly Language[];
  /** a plan with which the states are compared, and the number of the step */
  readonly expect?: string;
  readonly after?: number;
  readonly json: boolean;
}

/**
 * `rehearse check`: the judge's findings about a real pool, from the states of its servers, and what the states cannot
 * decide; with a plan, what differs from it. Returns 1 if a finding is an error, if no state tells the certificates of a
 * server, or if something differs. Throws an InputError for a state that cannot be read.
 */
export async function check(inputs: readonly string[], options: CheckOptions): Promise<number> {
  const { environment = DEFAULT_ENVIRONMENT } = options;
  if (options.expect !== undefined) return checkPlan(inputs, { ...options, environment, plan: options.expect });
  const base = deploymentFor(environment);
  const at = options.at === undefined ? Date.parse(now()) : instantIn(options.at, '--at');
  const { exports, ignored } = stateFiles(inputs);
  const { states, files, replication } = combineExports(exports, [...base.servers.keys()]);
  const deployment = poolDeployment(base, states, at);
  const found = poolFindings(deployment, states);
  const read = states.map(({ server }, index) => ({ server, files: [...new Set(files[index])] }));
  const checked: CheckedPool = { ...found, replication, ignored, read };
  const texts = combinedTexts(FINDING_TEXTS, UNKNOWN_TEXTS, base.product.texts);
  await writeReports(checked, deployment, texts, options);
  const words = englishWords(texts);
  if (options.json) process.stdout.write(`${JSON.stringify(poolFindingsJson(checked, words))}\n`);
  else print(process.stdout, poolFindingsText(checked, words, paintFor(process.stdout)));
  return found.unseen.length > 0 || found.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const ALL_LANGUAGES = [ENGLISH, ...translations()];

/** Writes the files that options ask for. Their modules are loaded only then. */
async function writeReports(
  checked: CheckedPool,
  { environment, product, determinism }: Deployment,
  texts: FactTexts,
  { sarif, html, language = ALL_LANGUAGES }: CheckOptions,
): Promise<void> {
  const { pages } = product.findings;
  if (sarif !== undefined) {
    const { sarifLog }: typeof import('../output/sarif') = require('../output/sarif');
    const log = sarifLog(checked, { version: version(), pages, words: englishWords(texts) });
    replaceFile(sarif, `${JSON.stringify(log, undefined, 2)}\n`, '--sarif');
  }
  if (html !== undefined) {
    const { checkPages }: typeof import('../output/check-page') = require('../output/check-page');
    const at = new Date(determinism.now).toISOString();
    const plan = { folder: html, files: ['index.html'], folders: [], option: '--html' };
    await writeOutput(
      plan,
      new Map(checkPages(language, checked, { environment: environment.name, at, pages, texts })),
    );
  }
}

/** After a step, errors are usual: only what differs from the plan counts. */
function checkPlan(inputs: readonly string[], asked: PlanToCheck & Pick<CheckOptions, 'json'>): number {
  const compared = comparedStates(inputs, asked);
  const paint = paintFor(process.stdout);
  if (asked.json) process.stdout.write(`${JSON.stringify({ pools: compared })}\n`);
  else print(process.stdout, compared.map((one) => comparisonText(one, paint)).join(''));
  return compared.some(({ differences }) => differences.length > 0) ? 1 : 0;
}

function deploymentFor(environment: string): Deployment {
  existing(environment, `there is no environment file ${environment}; make one with: rehearse init`);
  const described = readEnvironment(readText(environment), environment, PRODUCTS);
  return buildDeployment(described, committedSource(), productNamed(described.product, PRODUCTS));
}
