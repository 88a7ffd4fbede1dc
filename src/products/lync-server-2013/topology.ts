import {
  entriesIn,
  type LogEntry,
  type Pool,
  poolOf,
  type Server,
  serverOf,
  type Topology,
  withServer,
} from '../../world/topology';
import type { UseName } from './certificate-use';
import type { ExternalNames } from './environment';

/**
 * The published topology, as far as certificates need it: pools of Edge Servers, and the Lync servers with their state.
 */

/** The uses for which every Edge Server has a certificate. */
export const EDGE_USES: readonly UseName[] = [
  'Internal',
  'AccessEdgeExternal',
  'DataEdgeExternal',
  'AudioVideoAuthentication',
];

export interface EdgePool extends Pool {
  readonly uses: readonly UseName[];
  readonly externalNames: ExternalNames | null;
  readonly sipDomains: readonly string[];
}

/**
 * A server with Lync Server installed; its machine is separate. Contains the state of the Deployment Wizard and the
 * cmdlets.
 */
export interface LyncServer extends Server {
  readonly role: 'edge' | 'front-end';
  /** whether Step 3 of the Deployment Wizard has been run */
  readonly launched: boolean;
  /** whether an administrator stopped the services; a server that was only set up has not started them yet */
  readonly stopped: boolean;
}

/** Whether a server has the state of a Lync server. */
export function isLyncServer(server: Server): server is LyncServer {
  return (server.role === 'edge' || server.role === 'front-end') && 'launched' in server;
}

/** Whether a pool has what Lync Server's topology says of one. */
export function isEdgePool(pool: Pool): pool is EdgePool {
  return 'externalNames' in pool && 'sipDomains' in pool;
}

/** Whether the topology gives the pool names for the external interface. */
export function hasExternalNames(pool: Pool): boolean {
  return isEdgePool(pool) && pool.externalNames !== null;
}

/** The Edge pool of that server, or undefined for a server of another role. */
export function edgePoolOf(topology: Topology, fqdn: string): EdgePool | undefined {
  const pool = poolOf(topology, fqdn);
  return pool && isEdgePool(pool) ? pool : undefined;
}

/** The Lync server with this name. An unknown name is a bug. */
export function lyncServerOf(topology: Topology, fqdn: string): LyncServer {
  const server = serverOf(topology, fqdn);
  if (!isLyncServer(server)) throw new Error(`${fqdn} is not a Lync server`);
  return server;
}

/** Replaces the server in the topology. */
export function withLyncServer<T extends Topology>(topology: T, server: LyncServer): T {
  return withServer(topology, server);
}

/** The uses that the Certificate Wizard lists on the server; none if it is not an Edge Server. */
export function usesOn(topology: Topology, fqdn: string): readonly UseName[] {
  return edgePoolOf(topology, fqdn)?.uses ?? [];
}

/** Appends an entry to the log of the server. */
export function logged<T extends Topology>(topology: T, fqdn: string, entry: LogEntry): T {
  const server = lyncServerOf(topology, fqdn);
  return withLyncServer(topology, {
    ...server,
    launched: true,
    log: [...server.log, { ...entry, after: entriesIn(topology) }],
  });
}
