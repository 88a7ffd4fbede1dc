import { InputError } from '../../../input-error';
import type { ExternalNames } from '../environment';
import type { NamedPlace, PublishedCluster, PublishedService, PublishedTopology } from './published-topology';

/** The Edge pools of a topology, and the Front End pool that replicates to them. */

export interface PublishedEdgePool {
  readonly cluster: PublishedCluster;
  readonly service: PublishedService;
  /** the external names that the document has */
  readonly externalNames: Readonly<Partial<Record<keyof ExternalNames, NamedPlace>>>;
}

export interface PublishedFrontEnd {
  readonly cluster: PublishedCluster;
  /** why it is this pool */
  readonly reason: string;
}

/** The pools with the Edge role. Throws an InputError if there is none, or if one has no server. */
export function edgePoolsIn(topology: PublishedTopology, file: string): readonly PublishedEdgePool[] {
  const pools = topology.services
    .filter(({ role }) => role === 'EdgeServer')
    .flatMap((service) => {
      const cluster = topology.clusters.find(({ id }) => id === service.installedOn);
      return cluster ? [{ cluster, service, externalNames: externalNamesOf(service) }] : [];
    });
  if (pools.length === 0)
    throw new InputError(`${file}: the topology has no Edge pool; define and publish one, and export it again`);
  const empty = pools.find(({ cluster }) => cluster.machines.length === 0);
  if (!empty) return pools;
  const { fqdn } = empty.cluster;
  throw new InputError(
    `${file}:${fqdn.line}:${fqdn.column}: the Edge pool ${fqdn.text} has no server; export the topology again`,
  );
}

/** The words by which the owner of an external port is recognized. */
const OWNERS: readonly (readonly [name: keyof ExternalNames, words: RegExp])[] = [
  ['accessEdge', /access/i],
  ['webConferencing', /data|conf/i],
  ['av', /av|media|relay/i],
];

function externalNamesOf({ ports }: PublishedService): PublishedEdgePool['externalNames'] {
  const external = ports.filter(({ side }) => side.toLowerCase() === 'external');
  const found = OWNERS.flatMap(([name, words]) => {
    const port = external.find(({ owner }) => words.test(owner.slice(owner.lastIndexOf(':') + 1)));
    return port ? [[name, port.fqdn] as const] : [];
  });
  return Object.fromEntries(found);
}

const FRONT_END_ROLES = ['Registrar', 'UserServices'];

/**
 * The next hop of the first Edge pool; else the pool with the Central Management store; else the first Front End pool.
 * Throws an InputError if there is none.
 */
export function frontEndIn(
  { services, clusters }: PublishedTopology,
  [first]: readonly PublishedEdgePool[],
  file: string,
): PublishedFrontEnd {
  const isFrontEnd = ({ role }: PublishedService): boolean => FRONT_END_ROLES.includes(role);
  const clusterOf = (service: PublishedService | undefined): PublishedCluster | undefined =>
    clusters.find(({ id, machines }) => id === service?.installedOn && machines.length > 0);
  const nextHop = clusterOf(services.find((one) => isFrontEnd(one) && first?.service.dependsOn.includes(one.id)));
  if (nextHop) return { cluster: nextHop, reason: 'the next hop of the first Edge pool' };
  const central = services.find(({ role }) => role === 'CentralMgmt');
  const managed = clusterOf(services.find((one) => isFrontEnd(one) && one.installedOn === central?.installedOn));
  if (managed) return { cluster: managed, reason: 'the pool with the Central Management service' };
  const any = services
    .filter(isFrontEnd)
    .map(clusterOf)
    .find((one) => one !== undefined);
  if (any) return { cluster: any, reason: 'the first Front End pool of the topology' };
  throw new InputError(`${file}: the topology has no Front End pool with a server; export the topology again`);
}
