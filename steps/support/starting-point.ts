import type { KeyBits, Source } from '../../src/determinism';
import type { Fingerprints } from '../../src/evidence/fingerprints';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import { committedSource } from '../../src/package/rehearsal-keys';
import { readText } from '../../src/package/text-file';
import { poolDeployment, serverName } from '../../src/pool-state/pool-deployment';
import { readServerState } from '../../src/pool-state/read-server-state';
import { rehearsedPool } from '../../src/pool-state/rehearsed-pool';
import type { ServerState } from '../../src/pool-state/server-state';
import { offeredProducts } from '../../src/products/offered-products';
import { buildDeployment } from '../../src/world/build-deployment';
import { type Deployment, withFirstPool } from '../../src/world/deployment';
import type { Environment } from '../../src/world/environment';
import { productNamed, readEnvironment } from '../../src/world/environment-file/read-environment';
import { freshSource } from '../../src/x509/keys/random-source';

/** The starting point of scenarios: the environment of the run and its deployment, built once per process. */

/** The parameters of the run; Cucumber passes them to each scenario as world parameters. */
export interface RunParameters {
  readonly environmentFile?: string;
  /** a file with the states of real servers, from which scenarios begin that change no environment */
  readonly statesFile?: string;
  readonly freshKeys?: boolean;
  readonly keepPrivateKeys?: string;
  /** whether the records of the browser contain the pages, so that pictures can be taken */
  readonly pageSources?: boolean;
  readonly startedAt?: string;
  /** `YYYY-MM-DD`; if the day is not given, no waiver has expired */
  readonly today?: string;
  readonly grounds?: Fingerprints;
  /** the sentences that procedures of features outside the run cite, by feature */
  readonly otherProcedures?: Readonly<Record<string, readonly string[]>>;
}

const environments = new Map<string, Environment>();
const names = new WeakMap<Environment, string>();
const deployments = new Map<string, Deployment>();
let keys: Source | undefined;

/** The file that describes the environment of the run. */
export function environmentFile(parameters: RunParameters): string {
  return parameters.environmentFile ?? DEFAULT_ENVIRONMENT;
}

/** The environment of the run. An EnvironmentError lists every error in the file. */
export function environmentOf(parameters: RunParameters): Environment {
  const file = environmentFile(parameters);
  const known = environments.get(file) ?? readEnvironment(readText(file), file, offeredProducts());
  environments.set(file, known);
  return known;
}

const reported = new Set<KeyBits>();

/** Says once for each size that the committed keys are used up. */
function reportDerived(bits: KeyBits, committed: number): void {
  if (reported.has(bits)) return;
  reported.add(bits);
  process.stderr.write(
    `note: all ${committed} rehearsal keys of ${bits} bits are in use; more are derived from a fixed seed, the same in every run\n`,
  );
}

/** The deployment of an environment before any operation. */
export function deploymentOf(environment: Environment, parameters: RunParameters): Deployment {
  const source = keys ?? (parameters.freshKeys ? freshSource() : committedSource(reportDerived));
  keys = source;
  const name = names.get(environment) ?? JSON.stringify(environment);
  names.set(environment, name);
  const known =
    deployments.get(name) ?? buildDeployment(environment, source, productNamed(environment.product, offeredProducts()));
  deployments.set(name, known);
  return environment === environmentOf(parameters) ? withStates(known, parameters) : known;
}

const collected = new WeakMap<Deployment, Deployment>();

/** The deployment with the states of its real servers, if the run has any. Their first pool is the one of the features. */
function withStates(base: Deployment, { statesFile }: RunParameters): Deployment {
  if (statesFile === undefined) return base;
  const made = collected.get(base) ?? fromStates(base, readStates(statesFile));
  collected.set(base, made);
  return made;
}

function fromStates(base: Deployment, states: readonly ServerState[]): Deployment {
  const known = states.map((state) => serverName(base, state));
  const { deployment } = rehearsedPool(poolDeployment(base, states), known);
  const pool = deployment.pools.find(({ servers }) => servers.every((server) => known.includes(server)));
  return (pool && withFirstPool(deployment, pool.fqdn)) ?? deployment;
}

/** Whether scenarios begin with the states of real servers. */
export function isFromStates({ statesFile }: RunParameters): boolean {
  return statesFile !== undefined;
}

function readStates(file: string): readonly ServerState[] {
  const states: unknown = JSON.parse(readText(file));
  if (!Array.isArray(states)) throw new Error(`${file} contains no list of states`);
  return states.map((state) => readServerState(JSON.stringify(state), file));
}
