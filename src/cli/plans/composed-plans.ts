import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { copyFeatures, type FeaturePlace } from '../../execution/feature-copies';
import { featureFilesOf, featureText } from '../../execution/feature-files';
import { onPath } from '../../file-error';
import { DEFAULT_ENVIRONMENT, FEATURES } from '../../package/folder';
import { readText } from '../../package/text-file';
import type { ComposedPlan } from '../../plan/compose';

/** The name of a plan file. */
export const PLAN_FILE = 'plan.yaml';

/**
 * The plans of an environment, one for each pool. A folder of features has plans if it contains a plan file and is
 * executed as a whole.
 *
 * @param paths the features of the run; default: those of the package
 */
export function plansFor(paths: readonly string[], environmentFile: string | undefined): readonly ComposedPlan[] {
  const folders = (paths.length > 0 ? paths : [FEATURES]).flatMap((path) => foldersWithPlan(resolve(path)));
  return [...new Set(folders)].flatMap((folder) => plansIn(folder, environmentFile ?? DEFAULT_ENVIRONMENT));
}

/** The folders of features with a plan file, at or below a path. */
export function foldersWithPlan(path: string): readonly string[] {
  if (!existsSync(path) || path.endsWith('.feature')) return [];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.split(sep).at(-1) === PLAN_FILE).map((name) => dirname(join(path, name)));
}

function plansIn(folder: string, environmentFile: string): readonly ComposedPlan[] {
  // the simulation takes long to load, and most commands do not need it
  const { composePlans, planEnvironment }: typeof import('../../plan/compose') = require('../../plan/compose');
  const { readPlanFile }: typeof import('../../plan/plan-file') = require('../../plan/plan-file');
  const {
    readEnvironment,
  }: typeof import('../../world/environment-file/read-environment') = require('../../world/environment-file/read-environment');
  const { PRODUCTS }: typeof import('../../products/products') = require('../../products/products');
  const environment = readEnvironment(readText(environmentFile), environmentFile, PRODUCTS);
  const path = join(folder, PLAN_FILE);
  const file = readPlanFile(readText(path), path);
  const features = [...featureFilesOf(folder)].sort().map(featureText);
  return composePlans(file, features, planEnvironment(environment));
}

/** Copies the features and the plans to an empty folder, where Cucumber reads them under their addresses. */
export function copyWithPlans(place: FeaturePlace, plans: readonly ComposedPlan[], empty: string): FeaturePlace {
  const copied = copyFeatures(place, empty);
  const files = plans.map(({ uri, text }) => {
    const file = join(copied.folder, uri);
    onPath(empty, () => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    });
    return file;
  });
  return { ...copied, paths: [...copied.paths, ...files] };
}

/** The address of a file in messages. */
export function addressOf(file: string, base: string): string {
  return relative(base, file).replaceAll('\\', '/');
}
