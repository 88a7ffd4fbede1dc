import type { CertificationAuthority } from '../adcs/authority';
import type { Requester } from '../adcs/template';
import type { Account } from '../windows/machine';
import type { AccountRole, Environment } from './environment';
import type { Assumptions } from './environment-file/environment-assumptions';
import type { Product } from './product';
import type { Pool, Topology } from './topology';

/**
 * The whole simulated world as one value: machines, removable media, pools, servers, certification authorities,
 * and how far clock, keys and random bytes have been used up. Every operation of every room gives the next one.
 */
export interface Deployment extends Topology {
  readonly product: Product<Deployment>;
  readonly environment: Environment;
  readonly assumptions: Assumptions;
  /** by name */
  readonly authorities: ReadonlyMap<string, CertificationAuthority>;
  /** the domain's accounts, as certification authorities know them */
  readonly directory: readonly Account[];
}

/** The public certification authority that every deployment can use. */
export const PUBLIC_AUTHORITY = 'Woodgrove Public Issuing CA';

/** The authority that issues the internal certificates: the last one of the environment's hierarchy. */
export function issuingAuthority(deployment: Deployment): CertificationAuthority {
  const name = deployment.environment.pki.authorities.at(-1)?.name ?? '';
  return authorityNamed(deployment, name);
}

/** The authority with this name. An unknown name is a bug. */
export function authorityNamed(deployment: Deployment, name: string): CertificationAuthority {
  const authority = deployment.authorities.get(name);
  if (!authority) throw new Error(`no authority "${name}"; have ${[...deployment.authorities.keys()].join(', ')}`);
  return authority;
}

/** Replaces the authority in the deployment. */
export function withAuthority(deployment: Deployment, authority: CertificationAuthority): Deployment {
  return { ...deployment, authorities: new Map(deployment.authorities).set(authority.name, authority) };
}

/** The name of the account with a role. */
export function accountFor(deployment: Deployment, role: AccountRole): string {
  return accountEntry(deployment.environment, role).name;
}

/** The environment's entry for a role. The reader of the file ensures that it exists. */
export function accountEntry(environment: Environment, role: AccountRole): Account {
  const entry = environment.accounts.find((account) => account.role === role);
  if (!entry) throw new Error(`the environment has no account for ${role}`);
  return entry;
}

/** The account as authorities see it; null if the domain does not know it. */
export function requesterNamed(deployment: Deployment, account: string): Requester | null {
  const found = deployment.directory.find((a) => a.name === account);
  return found ? { account: found.name, groups: found.groups } : null;
}

/** The pool that scenarios call "the pool": the first one. */
export function firstPool(deployment: Deployment): Pool {
  const [pool] = deployment.pools;
  if (!pool) throw new Error('the environment has no pool');
  return pool;
}

/** The deployment with this pool as the first one, which features call "the pool"; null if there is no such pool. */
export function withFirstPool(deployment: Deployment, fqdn: string): Deployment | null {
  const pool = deployment.pools.find((one) => one.fqdn.toLowerCase() === fqdn.toLowerCase());
  return pool ? { ...deployment, pools: [pool, ...deployment.pools.filter((one) => one !== pool)] } : null;
}
