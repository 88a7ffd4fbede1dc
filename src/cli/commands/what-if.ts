import { join } from 'node:path';
import { definitionsOf } from '../../execution/support-code/definitions';
import { loadDefinitions } from '../../execution/support-code/load-definitions';
import { InputError } from '../../input-error';
import { translations } from '../../package/catalogue';
import { STAGE_TITLES } from '../../products/lync-server-2013/continuation/stage-titles';
import { SLIPS_PAGE } from '../../runbook/outline/page-files';
import { StepPerformer } from '../../what-if/step-performer';
import { checkEnvironment } from '../input/environment-check';
import { checkPaths } from '../input/feature-paths';
import { ENGLISH, type Language } from '../input/page-languages';
import { checkOutput, writeOutput } from '../output/output-folder';
import { checkChecksFolder, writeCheckedFeatures } from '../slips/checked-plans';
import { pairText } from '../slips/pair-report';
import { slipGrounds } from '../slips/slip-grounds';
import { isSilent, slipCsv, slipText } from '../slips/slip-report';
import { slipTable } from '../slips/slip-table-file';
import { slippedFeatures } from '../slips/slipped-features';
import { triedFeatures } from '../slips/tried-features';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

export interface WhatIfOptions {
  readonly environment?: string;
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  /** files of the user that offer products */
  readonly products: readonly string[];
  readonly json: boolean;
  readonly csv: boolean;
  /** how many pairs of slips are tried that no step notices alone */
  readonly pairs: number;
  /** the folder for the features with the proposed checks */
  readonly withChecks?: string;
  /** the folder for the table and its page */
  readonly out?: string;
  readonly language?: readonly Language[];
}

/**
 * `rehearse what-if`: tries every single slip at every step of the procedures of these features, or of the plans of the
 * environment. Returns 1 if the judge finds something, or a connection fails, after a slip that no step notices.
 * Throws an InputError for features without procedures, and for a procedure that does not hold as it is written.
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
  const quiet = options.json || options.csv;
  const { slips, pairs, walked } = triedFeatures(features, performer, { pairs: options.pairs, quiet });
  if (slips.length === 0)
    throw new InputError('the features have no procedure; tag the scenario of a procedure run with @procedure');
  if (out !== undefined) {
    const table = slipTable({ slips, pairs: options.pairs > 0 ? pairs : undefined }, walked, {
      grounds: slipGrounds(features, options),
      titles: STAGE_TITLES,
    });
    const { slipFiles, slipsPlan } = slipFilesModule();
    await writeOutput(slipsPlan(out, language), slipFiles(table, language));
    print(quiet ? process.stderr : process.stdout, `slips      ${join(out, SLIPS_PAGE)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ slips, ...(options.pairs > 0 ? { pairs } : {}) })}\n`);
  else if (options.csv) process.stdout.write(slipCsv(slips));
  else print(process.stdout, slipText(slips, paintFor(process.stdout)));
  if (!quiet && options.pairs > 0) print(process.stdout, pairText(pairs, paintFor(process.stdout)));
  if (options.withChecks !== undefined)
    print(process.stderr, await writeCheckedFeatures(options.withChecks, features, slips, performer));
  return slips.some(isSilent) ? 1 : 0;
}

/** The pages take long to load, and most runs have none. */
function slipFilesModule(): typeof import('../slips/slip-files') {
  return require('../slips/slip-files');
}

const ALL_LANGUAGES = [ENGLISH, ...translations()];
