import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComposedPlan, composePlans, planEnvironment } from '../../src/plan/compose';
import { readPlanFile } from '../../src/plan/plan-file';
import { offeredProducts } from '../../src/products/offered-products';
import type { Environment } from '../../src/world/environment';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { ROOT } from './root';
import { filesBelow } from './source-tree';

const FOLDER = 'features/internal-edge';
/** The plan files of the package: that of the main plan of a pool, and that of a further one. */
export const MAIN_PLAN = `${FOLDER}/plan.yaml`;
export const EXTERNAL_PLAN = `${FOLDER}/external.plan.yaml`;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The plans of the package's features in an environment. */
export function plansOf(environment: Environment, planFile = MAIN_PLAN): readonly ComposedPlan[] {
  const files = filesBelow([FOLDER], '.feature').sort();
  const features = new Map(files.map((file) => [file, read(file)]));
  return composePlans(readPlanFile(read(planFile), planFile), features, planEnvironment(environment));
}

/** A shipped environment. */
export function shippedEnvironment(file: string): Environment {
  return readEnvironment(read(`environments/${file}`), file, offeredProducts());
}
