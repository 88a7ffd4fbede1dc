import { featureFilesOf, featureText, withoutLines } from '../../execution/feature-files';
import { addressOf, plansFor } from '../plans/composed-plans';
import type { SlippedFeatures } from './checked-plans';

/** The features at the paths, with a plan if a folder has one; by default, the plans of the environment only. */
export function slippedFeatures(paths: readonly string[], environment: string | undefined): SlippedFeatures {
  const plans = plansFor(paths, environment).map(({ uri, text }) => [uri, text] as const);
  const files = paths.flatMap((path) => [...featureFilesOf(withoutLines(path))].sort());
  return [...files.map((file) => [addressOf(file, process.cwd()), featureText(file)] as const), ...plans];
}
