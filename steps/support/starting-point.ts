import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDeployment } from '../../src/deployment/build-deployment';
import type { Deployment } from '../../src/deployment/deployment';
import type { Environment, PoolEntry } from '../../src/deployment/environment';
import { readEnvironment } from '../../src/deployment/read-environment';
import type { KeyBits, Source } from '../../src/surroundings';
import { freshSource, rehearsalSource, splitPems } from '../../src/x509/source';

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
}

/** The version in package.json. */
export function packageVersion(): string {
  const found: unknown = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
}

const environments = new Map<string, Environment>();
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
  const source =
    keys ?? (parameters.freshKeys ? freshSource() : rehearsalSource(committedKeys(), 'certificate rehearsal'));
  keys = source;
  const name = JSON.stringify(environment);
  const known = deployments.get(name) ?? buildDeployment(environment, source);
  deployments.set(name, known);
  return known;
}

/** A pool for a scenario: `servers` servers, called after the first pool of the environment. */
export interface PoolPlan {
  readonly site: string;
  readonly loadBalancer: PoolEntry['loadBalancer'];
  readonly servers: number;
}

/** The environment with these pools in place of its own; everything else stays. */
export function withPools(environment: Environment, plans: readonly PoolPlan[]): Environment {
  const [model] = environment.sites.flatMap((site) => site.pools);
  if (!model) return environment;
  const pools = plans.map((plan, index) => ({
    site: plan.site,
    pool: poolLike(model, environment.domain, plan, index),
  }));
  const names = [...new Set(plans.map((plan) => plan.site))];
  const sites = names.map((name) => ({ name, pools: pools.filter((p) => p.site === name).map((p) => p.pool) }));
  const { transfer } = environment;
  const carried =
    transfer.kind === 'share' && transfer.share
      ? transfer
      : { kind: 'removable-media' as const, drive: transfer.drive ?? 'E:' };
  return { ...environment, sites, transfer: carried };
}

function poolLike(model: PoolEntry, domain: string, plan: PoolPlan, index: number): PoolEntry {
  const letter = index === 0 ? '' : String(index + 1);
  const windows = model.servers[0]?.windows ?? '2012 R2';
  const servers = Array.from({ length: plan.servers }, (_, n) => ({
    fqdn: `edge${letter}0${n + 1}.${domain}`,
    windows,
  }));
  const fqdn = plan.servers === 1 ? (servers[0]?.fqdn ?? '') : `edgepool${letter}.${domain}`;
  return { ...model, fqdn, loadBalancer: plan.servers === 1 ? 'none' : plan.loadBalancer, servers };
}

function committedKeys(): Readonly<Record<KeyBits, readonly string[]>> {
  const pems = (bits: KeyBits): readonly string[] =>
    splitPems(readFileSync(join(PACKAGE, 'keys', `rsa-${bits}.pem`), 'utf8'));
  return { 1024: pems(1024), 2048: pems(2048), 3072: pems(3072), 4096: pems(4096) };
}
