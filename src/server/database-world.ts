import { createHash } from 'node:crypto';
import type { CertificationAuthority } from '../adcs/authority';
import { renew } from '../adcs/hierarchy';
import type { Determinism, Instant, Source } from '../determinism';
import { InputError } from '../input-error';
import { authorityNamed, type Deployment, issuingAuthority } from '../world/deployment';
import type { IssuingSite } from './issuing-site';
import type { RequestDatabase, UsedUp } from './request-database';

/** The world that a request database belongs to. */

/** How the world of an environment file is built. */
export interface WorldOptions {
  /** the text of the environment file; a database belongs to one */
  readonly environment: string;
  /** builds the world that the text describes, at this time */
  readonly build: (at: Instant, source: Source) => Deployment;
  /** the source of keys, and of random bytes from a seed */
  readonly source: (seed: string) => Source;
  /** the file of the request database */
  readonly database: string;
  readonly clock: () => Instant;
  readonly random: (length: number) => Uint8Array;
}

/**
 * The world at the time when the database was made, so that its authorities have the same keys and certificates. Throws an
 * InputError for a database of another environment.
 */
export async function databaseWorld(options: WorldOptions, database: RequestDatabase): Promise<Deployment> {
  const environment = createHash('sha256').update(options.environment).digest('hex');
  const known = database.start();
  if (known && known.environment !== environment) {
    throw new InputError(
      `the database ${options.database} belongs to another environment file; give that one, or another database`,
    );
  }
  const start = known ?? {
    version: 1,
    at: options.clock(),
    seed: Buffer.from(options.random(16)).toString('hex'),
    environment,
  };
  if (!known) await database.begin(start);
  const world = options.build(start.at, options.source(start.seed));
  const used = database.used();
  return used ? { ...world, determinism: { ...world.determinism, ...used } } : world;
}

/** How many keys and random bytes have been taken. */
export function usedUp({ keysTaken, bytesTaken }: Determinism): UsedUp {
  return { keysTaken, bytesTaken };
}

function superiorOf(world: Deployment): CertificationAuthority | undefined {
  const name = world.environment.pki.authorities.at(-2)?.name;
  return name === undefined ? undefined : authorityNamed(world, name);
}

/** The authority with the renewals that the database knows, in their order. */
export function withRenewals(world: Deployment, database: RequestDatabase): CertificationAuthority {
  return database.renewals().reduce((authority, { at, key, used }) => {
    const determinism = { ...world.determinism, ...used, now: at };
    return renew(authority, superiorOf(world), determinism, key).authority;
  }, issuingAuthority(world));
}

/** Renews the certificate of the authority, and stores that. */
export async function renewed(
  site: IssuingSite,
  database: RequestDatabase,
  world: Deployment,
  key: 'new' | 'same',
): Promise<void> {
  const before = site.determinism();
  let after = before;
  await site.change(undefined, (state) => {
    const next = renew(state.authority, superiorOf(world), before, key);
    after = next.determinism;
    return next;
  });
  await database.addRenewal({ at: before.now, key, used: usedUp(before) }, usedUp(after));
}
