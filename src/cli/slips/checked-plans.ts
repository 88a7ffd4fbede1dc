import { basename, join } from 'node:path';
import { withChecks } from '../../what-if/plan-with-checks';
import type { SlipResult } from '../../what-if/result';
import type { StepPerformer } from '../../what-if/step-performer';
import { walksIn } from '../../what-if/walk';
import { checkOutput, type OutputPlan, writeOutput } from '../output/output-folder';
import { amount } from '../terminal/amounts';

/** The features of a run by their addresses. */
export type SlippedFeatures = readonly (readonly [address: string, text: string])[];

/** Throws an InputError if the features with checks cannot be written to the folder. */
export function checkChecksFolder(folder: string, features: SlippedFeatures): void {
  checkOutput(planFor(folder, features));
}

/**
 * Writes each feature with the checks that were proposed for its slips, after it was performed with them as it is written.
 * Returns the text about it.
 */
export async function writeCheckedFeatures(
  folder: string,
  features: SlippedFeatures,
  results: readonly SlipResult[],
  performer: StepPerformer,
): Promise<string> {
  const files = new Map<string, string>();
  for (const [address, text] of features) {
    const own = results.filter(({ feature }) => feature === address);
    const checked = withChecks(text, own);
    if (checked === undefined) continue;
    walksIn(address, checked, performer);
    files.set(basename(address), checked);
  }
  await writeOutput(planFor(folder, features), files);
  if (files.size === 0) return `no check was needed; ${folder} has no feature\n`;
  return `wrote ${amount(files.size, 'feature')} with checks: ${[...files.keys()].map((name) => join(folder, name)).join(', ')}\n`;
}

function planFor(folder: string, features: SlippedFeatures): OutputPlan {
  return { folder, files: features.map(([address]) => basename(address)), folders: [] };
}
