import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedSource } from '../../src/cli/package-folder';
import type { Grounds } from '../../src/evidence/grounds';
import type { Source } from '../../src/surroundings';
import { buildDeployment } from '../../src/world/build-deployment';
import type { Deployment } from '../../src/world/deployment';
import type { Environment } from '../../src/world/environment';
import { readEnvironment } from '../../src/world/read-environment';
import { freshSource } from '../../src/x509/keys/source';

/** Where scenarios start: the environment of the run, and the deployment that it describes, built once per process. */

/** The package's own folder: two levels up from here in the sources, three in the compiled program. */
export const PACKAGE = __filename.endsWith('.ts') ? join(__dirname, '..', '..') : join(__dirname, '..', '..', '..');

const EMBEDDED = join(PACKAGE, 'environments', 'contoso.yaml');

/** What the run was started with; Cucumber hands it to each scenario as world parameters. */
export interface RunParameters {
  readonly environmentFile?: string;
  readonly freshKeys?: boolean;
  readonly keepPrivateKeys?: string;
  readonly startedAt?: string;
  /** `YYYY-MM-DD`; where nobody says which day it is, no waiver is over */
  readonly today?: string;
  readonly grounds?: Grounds;
}

/** The version in package.json. */
export function packageVersion(): string {
  const found: unknown = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
}

const environments = new Map<string, Environment>();
const names = new WeakMap<Environment, string>();
const deployments = new Map<string, Deployment>();
let keys: Source | undefined;

/** The file that describes the environment of the run. */
export function environmentFile(parameters: RunParameters): string {
  return parameters.environmentFile ?? EMBEDDED;
}

/** The environment of the run; an EnvironmentError names every mistake in it. */
export function environmentOf(parameters: RunParameters): Environment {
  const file = environmentFile(parameters);
  const known = environments.get(file) ?? readEnvironment(readFileSync(file, 'utf8'), file);
  environments.set(file, known);
  return known;
}

/** The deployment of an environment, as it is before anything is done. */
export function deploymentOf(environment: Environment, parameters: RunParameters): Deployment {
  const source = keys ?? (parameters.freshKeys ? freshSource() : committedSource());
  keys = source;
  const name = names.get(environment) ?? JSON.stringify(environment);
  names.set(environment, name);
  const known = deployments.get(name) ?? buildDeployment(environment, source);
  deployments.set(name, known);
  return known;
}
