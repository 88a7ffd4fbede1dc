import type { Instant } from '../../determinism';
import { identityMemo } from '../../memo';
import { addToStore, type StoreEntry } from '../../windows/certificate-store';
import { type Machine, machineOf, withMachine } from '../../windows/machine';
import type { Deployment } from '../../world/deployment';
import { withFirstPool } from '../../world/deployment';
import type { Product } from '../../world/product';
import { type Pool, serverOf, withServer } from '../../world/topology';
import type { Certificate } from '../../x509/certificate';
import { hostNames } from '../../x509/paths/host-name';

/** The deployment on which a file is tried out, and the pool that it is for. */
export interface TrialWorld {
  readonly deployment: Deployment;
  readonly pool: Pool;
  /** one server for each version of Windows in the pool */
  readonly servers: readonly string[];
}

/** What a trial assumes. */
export interface TrialSetting {
  readonly deployment: Deployment;
  /** whether the deployment is an example, so that its names say nothing about the file */
  readonly isExample: boolean;
  /** the FQDN of the pool that the file is for */
  readonly pool?: string;
  readonly at: Instant;
  /** certificates that the servers and their peers trust */
  readonly roots: readonly Certificate[];
  /** certificates between them and the one in the file */
  readonly chain: readonly Certificate[];
}

/** The names of a certificate or a request. */
export type Named = Parameters<typeof hostNames>[0];

/**
 * The deployment at that time, whose servers know the given authorities. Nothing is known of their peers. The pool is the
 * named one. An example has a pool with the given name, or with the first name of the certificate, so that names are not judged.
 */
export function trialWorld(setting: TrialSetting, names: Named | undefined): TrialWorld {
  const { isExample, at } = setting;
  const wanted = setting.pool ?? (isExample ? firstName(names) : undefined);
  const named = wanted === undefined ? setting.deployment : withPool(setting.deployment, wanted);
  const pool = named.pools[0];
  if (!pool) throw new Error('the environment has no pool');
  const deployment = pool.servers.reduce((world, on) => withMachine(world, knowing(machineOf(world, on), setting)), {
    ...named,
    product: withoutPeers(named.product),
    determinism: { ...named.determinism, now: at },
  });
  return { deployment, pool, servers: oneForEachVersion(deployment, pool) };
}

/** A file says nothing about the servers that connect. */
function withoutPeers(product: Product<Deployment>): Product<Deployment> {
  return alone(product, () => ({ ...product, uses: product.uses.map((use) => ({ ...use, peers: () => [] })) }));
}

const alone = identityMemo<Product<Deployment>, Product<Deployment>>();

/** The pool with that name first; another name replaces that of the first pool. */
function withPool(deployment: Deployment, fqdn: string): Deployment {
  const known = withFirstPool(deployment, fqdn);
  if (known) return known;
  const [first, ...others] = deployment.pools;
  if (!first) return deployment;
  const renamed = { ...deployment, pools: [{ ...first, fqdn }, ...others] };
  return first.servers.reduce((world, on) => withServer(world, { ...serverOf(world, on), pool: fqdn }), renamed);
}

/** The first host name; that of a server for a wildcard. */
function firstName(names: Named | undefined): string | undefined {
  const [, hosts] = names ? hostNames(names) : [undefined, []];
  return hosts[0]?.replace(/^\*/, 'pool').toLowerCase();
}

function knowing(machine: Machine, { roots, chain }: TrialSetting): Machine {
  const entryOf = (certificate: Certificate): StoreEntry => ({ certificate, friendlyName: '', keyContainer: null });
  const trusting = roots.reduce(
    (stores, one) => addToStore(stores, 'LocalMachine', one.selfSigned ? 'Root' : 'CA', entryOf(one)),
    machine.stores,
  );
  return {
    ...machine,
    stores: chain.reduce((stores, one) => addToStore(stores, 'LocalMachine', 'CA', entryOf(one)), trusting),
  };
}

function oneForEachVersion(deployment: Deployment, { servers }: Pool): readonly string[] {
  const byVersion = new Map([...servers].reverse().map((on) => [machineOf(deployment, on).windows, on]));
  return servers.filter((on) => [...byVersion.values()].includes(on));
}
