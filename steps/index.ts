import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/**
 * The step definitions, parameter types and hooks of the package, for features and steps of other projects: load
 * `certificate-rehearsal/steps` from their support code. The world of their steps is a `RehearsalWorld`; the world
 * parameter `environmentFile` names the environment file.
 */
export { type PlannedStep, RehearsalWorld } from './support/world';

const ENDING = extname(__filename);

for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort())
  if (name.endsWith(ENDING)) require(join(__dirname, name));
