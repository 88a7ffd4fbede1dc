import { join } from 'node:path';
import { definitionsOf } from '../../execution/support-code/definitions';
import { loadDefinitions } from '../../execution/support-code/load-definitions';
import { InputError } from '../../input-error';
import { translations } from '../../package/catalogue';
import { restOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { STAGE_TITLES } from '../../products/lync-server-2013/continuation/stage-titles';
import { PRODUCTS } from '../../products/products';
import { SLIPS_PAGE } from '../../runbook/outline/page-files';
import type { RestFinder } from '../../what-if/slip-repair';
import { type SlipRow, slipRow } from '../../what-if/slip-table';
import { StepPerformer } from '../../what-if/step-performer';
import { whatIf } from '../../what-if/tried-slips';
import { walksIn } from '../../what-if/walk';
import { firstPool } from '../../world/deployment';
import { checkEnvironment } from '../input/environment-check';
import { checkPaths } from '../input/feature-paths';
import { ENGLISH, type Language } from '../input/page-languages';
import { checkOutput, writeOutput } from '../output/output-folder';
import { checkChecksFolder, type SlippedFeatures, writeCheckedFeatures } from '../slips/checked-plans';
import { slipGrounds } from '../slips/slip-grounds';
import { slipCsv, slipText } from '../slips/slip-report';
import { slipTable, type WalkedFeature, walkedFeature } from '../slips/slip-table-file';
import { slippedFeatures } from '../slips/slipped-features';
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
  /** the folder for the table and its page */
  readonly out?: string;
  readonly language?: readonly Language[];
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
  const features = slippedFeatures(paths, environment);
  if (options.withChecks !== undefined) checkChecksFolder(options.withChecks, features);
  const { out, language = ALL_LANGUAGES } = options;
  if (out !== undefined) checkOutput(slipFilesModule().slipsPlan(out, language));
  const walked: WalkedFeature[] = [];
  const results = [...resultsOf(features, performer, walked, options.json || options.csv)];
  if (results.length === 0)
    throw new InputError('the features have no procedure; tag the scenario of a procedure run with @procedure');
  if (out !== undefined) {
    const table = slipTable(results, walked, { grounds: slipGrounds(features, options), titles: STAGE_TITLES });
    const { slipFiles, slipsPlan } = slipFilesModule();
    await writeOutput(slipsPlan(out, language), slipFiles(table, language));
    print(options.json || options.csv ? process.stderr : process.stdout, `slips      ${join(out, SLIPS_PAGE)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ slips: results })}\n`);
  else if (options.csv) process.stdout.write(slipCsv(results));
  else print(process.stdout, slipText(results, paintFor(process.stdout)));
  if (options.withChecks !== undefined)
    print(process.stderr, await writeCheckedFeatures(options.withChecks, features, results, performer));
  return results.some(({ outcome }) => outcome === 'judge') ? 1 : 0;
}

/** The pages take long to load, and most runs have none. */
function slipFilesModule(): typeof import('../slips/slip-files') {
  return require('../slips/slip-files');
}

const ALL_LANGUAGES = [ENGLISH, ...translations()];

function* resultsOf(
  features: SlippedFeatures,
  performer: StepPerformer,
  walked: WalkedFeature[],
  quiet: boolean,
): Generator<SlipRow> {
  const progress = countingProgress('slips', 0, quiet);
  let done = 0;
  try {
    for (const [address, text] of features) {
      const walks = walksIn(address, text, performer);
      walked.push(walkedFeature(address, text, walks));
      for (const found of whatIf(walks, performer, restSearch)) {
        yield slipRow(address, found);
        done += 1;
        progress.show(done, address);
      }
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
