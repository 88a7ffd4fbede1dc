import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { supportCodeLibraryBuilder, version } from '@cucumber/cucumber';

/**
 * The step definitions, parameter types and hooks of the package, for features and steps of other projects: load
 * `certificate-rehearsal/steps` from their support code. The world of their steps is a `RehearsalWorld`; the world
 * parameter `environmentFile` names the environment file. The functions of Cucumber are those of the copy that executes
 * the steps of the package.
 */
export {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  BeforeStep,
  defineParameterType,
  Given,
  Then,
  When,
} from '@cucumber/cucumber';
export { FeatureError } from './support/feature-error';
export type { PlannedStep } from './support/planned-step';
export { LIST, listOf, OTHER_SERVERS, PAIRS, pairsOf, TEXT, tableOf } from './support/tables';
export { RehearsalWorld } from './support/world';

if (Reflect.get(supportCodeLibraryBuilder, 'status') === 'PENDING')
  throw new Error(
    `certificate-rehearsal/steps has another copy of Cucumber (${require.resolve('@cucumber/cucumber')}) than the one that ` +
      `loads it. Install the same version in the project: npm install @cucumber/cucumber@${version}`,
  );

const ENDING = extname(__filename);

for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort())
  if (name.endsWith(ENDING)) require(join(__dirname, name));
