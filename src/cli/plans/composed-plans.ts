import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { copyFeatures, type FeaturePlace } from '../../execution/feature-copies';
import { featureFilesOf, featureText } from '../../execution/feature-files';
import { onPath } from '../../file-error';
import { DEFAULT_ENVIRONMENT, FEATURES, PACKAGE } from '../../package/folder';
import { readText } from '../../package/text-file';
import type { PlanFeature } from '../../plan/compose';
import type { FeatureTexts } from '../../plan/gherkin-steps';

/** The name of the plan file of a folder. Those of further plans end with `.plan.yaml`. */
export const PLAN_FILE = 'plan.yaml';

/** A plan, and what its text comes from besides the environment. */
export interface SourcedPlan extends PlanFeature {
  /** the SHA-256 digests of the plan file and of the features whose procedures it takes, by their addresses */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * The plans of an environment, one for each pool. A folder of features has plans if it contains plan files and is
 * executed as a whole.
 *
 * @param paths the features of the run; default: those of the package
 */
export function plansFor(paths: readonly string[], environmentFile: string | undefined): readonly SourcedPlan[] {
  const files = (paths.length > 0 ? paths : [FEATURES]).flatMap((path) => planFiles(resolve(path)));
  const base = paths.length > 0 ? process.cwd() : PACKAGE;
  return [...new Set(files)].flatMap((file) => plansIn(file, base, environmentFile ?? DEFAULT_ENVIRONMENT));
}

/** The plan files at or below a path, that of each folder before those of its further plans. */
export function planFiles(path: string): readonly string[] {
  if (!existsSync(path) || path.endsWith('.feature')) return [];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[\\/.])plan\.yaml$/.test(name),
  );
  const isFurther = (name: string) => Number(basename(name) !== PLAN_FILE);
  return names.sort((one, other) => isFurther(one) - isFurther(other)).map((name) => join(path, name));
}

function plansIn(path: string, base: string, environmentFile: string): readonly SourcedPlan[] {
  // the simulation takes long to load, and most commands do not need it
  const { composePlans, planEnvironment }: typeof import('../../plan/compose') = require('../../plan/compose');
  const { readPlanFile }: typeof import('../../plan/plan-file') = require('../../plan/plan-file');
  const {
    readEnvironment,
  }: typeof import('../../world/environment-file/read-environment') = require('../../world/environment-file/read-environment');
  const {
    offeredProducts,
  }: typeof import('../../products/offered-products') = require('../../products/offered-products');
  const environment = readEnvironment(readText(environmentFile), environmentFile, offeredProducts());
  const features = featuresIn(dirname(path));
  const plans = composePlans(readPlanFile(readText(path), path), features, planEnvironment(environment));
  const texts = new Map([...features, [path, featureText(path)]]);
  return plans.map(({ taken, ...plan }) => ({ ...plan, sources: digestsOf([path, ...taken], texts, base) }));
}

/** The features at or below a folder, by their files. */
export function featuresIn(folder: string): FeatureTexts {
  return new Map([...featureFilesOf(folder)].sort().map((file) => [file, featureText(file)]));
}

/** The digests of these files by their addresses. */
function digestsOf(files: readonly string[], texts: FeatureTexts, base: string): SourcedPlan['sources'] {
  return Object.fromEntries(files.map((file) => [addressOf(file, base), sha256(texts.get(file) ?? '')]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Copies the features and the plans to an empty folder, where Cucumber reads them under their addresses. */
export function copyWithPlans(place: FeaturePlace, plans: readonly PlanFeature[], empty: string): FeaturePlace {
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
