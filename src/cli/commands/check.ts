import { now } from '../../execution/clock';
import { combinedTexts, englishWords } from '../../fact';
import { FINDING_TEXTS } from '../../judge/finding-texts';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
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
import { stateFiles } from '../input/state-files';
import { type CheckedPool, poolFindingsJson, poolFindingsText } from '../output/pool-findings-text';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

export interface CheckOptions {
  readonly environment?: string;
  readonly at?: string;
  readonly json: boolean;
}

/**
 * `rehearse check`: the judge's findings about a real pool, from the states of its servers, and what the states cannot
 * decide. Returns 1 if a finding is an error, or if a server of a pool has no state although another has one. Throws an InputError for a state that cannot be read.
 */
export function check(inputs: readonly string[], options: CheckOptions): number {
  const base = deploymentFor(options.environment ?? DEFAULT_ENVIRONMENT);
  const at = options.at === undefined ? Date.parse(now()) : instantIn(options.at, '--at');
  const { exports, ignored } = stateFiles(inputs);
  const { states, replication } = combineExports(exports, [...base.servers.keys()]);
  const found = poolFindings(poolDeployment(base, states, at), states);
  const checked: CheckedPool = { ...found, replication, ignored };
  const words = englishWords(combinedTexts(FINDING_TEXTS, UNKNOWN_TEXTS, base.product.texts));
  if (options.json) process.stdout.write(`${JSON.stringify(poolFindingsJson(checked, words))}\n`);
  else print(process.stdout, poolFindingsText(checked, words, paintFor(process.stdout)));
  return found.unseen.length > 0 || found.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function deploymentFor(environment: string): Deployment {
  existing(environment, `there is no environment file ${environment}; make one with: rehearse init`);
  const described = readEnvironment(readText(environment), environment, PRODUCTS);
  return buildDeployment(described, committedSource(), productNamed(described.product, PRODUCTS));
}
