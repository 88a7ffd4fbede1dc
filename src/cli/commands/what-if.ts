import { featureFilesOf, featureText, withoutLines } from '../../execution/feature-files';
import { definitionsOf } from '../../execution/support-code/definitions';
import { loadDefinitions } from '../../execution/support-code/load-definitions';
import { InputError } from '../../input-error';
import { restOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { PRODUCTS } from '../../products/products';
import { type SlipResult, slipResult } from '../../what-if/result';
import type { RestFinder } from '../../what-if/slip-repair';
import { StepPerformer } from '../../what-if/step-performer';
import { whatIf } from '../../what-if/tried-slips';
import { walksIn } from '../../what-if/walk';
import { firstPool } from '../../world/deployment';
import { checkEnvironment } from '../input/environment-check';
import { checkPaths } from '../input/feature-paths';
import { addressOf, plansFor } from '../plans/composed-plans';
import { checkChecksFolder, type SlippedFeatures, writeCheckedFeatures } from '../slips/checked-plans';
import { slipCsv, slipText } from '../slips/slip-report';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';
import { countingProgress } from '../terminal/progress';

export interface WhatIfOptions {
  readonly environment?: string;
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  /** files of the user that offer products */
  readonly products: readonly string[];
  readonly json: boolean;
  readonly csv: boolean;
  /** the folder for the features with the proposed checks */
  readonly withChecks?: string;
}

/** Enough for each approach of a pool. */
const MOST_STATES = 500;

/**
 * `rehearse what-if`: tries every single slip at every step of the procedures of these features, or of the plans of the
 * environment. Returns 1 if the judge finds something after a slip that no step notices. Throws an InputError for features
 * without procedures, and for a procedure that does not hold as it is written.
 */
export async function whatIfCommand(paths: readonly string[], options: WhatIfOptions): Promise<number> {
  checkPaths(paths, options.steps);
  const library = await loadDefinitions(definitionsOf(options.steps, false, options.products), process.cwd());
  checkEnvironment(options.environment);
  const { environment } = options;
  const performer = new StepPerformer(library, environment === undefined ? {} : { environmentFile: environment });
  const features = featuresOf(paths, environment);
  if (options.withChecks !== undefined) checkChecksFolder(options.withChecks, features);
  const results = [...resultsOf(features, performer, options.json || options.csv)];
  if (results.length === 0)
    throw new InputError('the features have no procedure; tag the scenario of a procedure run with @procedure');
  if (options.json) process.stdout.write(`${JSON.stringify({ slips: results })}\n`);
  else if (options.csv) process.stdout.write(slipCsv(results));
  else print(process.stdout, slipText(results, paintFor(process.stdout)));
  if (options.withChecks !== undefined)
    print(process.stderr, await writeCheckedFeatures(options.withChecks, features, results, performer));
  return results.some(({ outcome }) => outcome === 'judge') ? 1 : 0;
}

/** The features at the paths, with a plan if a folder has one; by default, the plans of the environment only. */
function featuresOf(paths: readonly string[], environment: string | undefined): SlippedFeatures {
  const plans = plansFor(paths, environment).map(({ uri, text }) => [uri, text] as const);
  const files = paths.flatMap((path) => [...featureFilesOf(withoutLines(path))].sort());
  return [...files.map((file) => [addressOf(file, process.cwd()), featureText(file)] as const), ...plans];
}

function* resultsOf(features: SlippedFeatures, performer: StepPerformer, quiet: boolean): Generator<SlipResult> {
  const progress = countingProgress('slips', 0, quiet);
  let done = 0;
  try {
    for (const [address, text] of features)
      for (const found of whatIf(walksIn(address, text, performer), performer, restSearch)) {
        yield slipResult(address, found);
        done += 1;
        progress.show(done, address);
      }
  } finally {
    progress.stop();
  }
}

/** What remains to be done on the pool of the procedure; null if no stages lead to a pool without errors, or none are known. */
const restSearch: RestFinder = (deployment) => {
  if (!PRODUCTS.some(({ id }) => id === deployment.product.id)) return null;
  const { found } = restOfChange(deployment, firstPool(deployment).fqdn, { ahead: 0, mostStates: MOST_STATES });
  const last = found.steps?.at(-1);
  if (!found.steps || !last || found.verdicts.errors.length > 0) return null;
  return { stages: found.steps, after: last.after.deployment };
};
