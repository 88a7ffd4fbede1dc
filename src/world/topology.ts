import type { ValueMap } from '../value-map';
import type { StoreEntry } from '../windows/certificate-store';
import { type Machine, machineOf, type Network } from '../windows/machine';

/** The published topology, as far as certificates need it: pools, and their servers with their assignments. */

/** Servers with one common name. */
export interface Pool {
  /** the name by which peers address the pool; they expect it in its certificate */
  readonly fqdn: string;
  readonly site: string;
  readonly loadBalancer: 'hardware' | 'dns' | 'none';
  readonly servers: readonly string[];
  /** the certificate uses, by name, for which each server of the pool has a certificate */
  readonly uses: readonly string[];
}

/** The thumbprint of the assigned certificate, by the name of the use. */
export type Assignments = Readonly<Partial<Record<string, string>>>;

/** A server on which the product is installed; its machine is separate. A product may store further state in it. */
export interface Server {
  readonly fqdn: string;
  /** the id of one of the product's server roles */
  readonly role: string;
  /** the FQDN of its pool */
  readonly pool: string;
  readonly assigned: Assignments;
  /**
   * the certificates with which its services were started and that they present until a restart; null before the first
   * start
   */
  readonly running: Assignments | null;
  readonly log: readonly (LogEntry & { readonly after: number })[];
}

/** The effect of one completed wizard or command: the command, and the lines of its log. */
export interface LogEntry {
  readonly command: string;
  readonly lines: readonly string[];
}

/** The number of entries in the logs of all servers. A new entry has it as `after`, so that entries can be ordered. */
export function entriesIn({ servers }: Pick<Topology, 'servers'>): number {
  return [...servers.values()].reduce((sum, { log }) => sum + log.length, 0);
}

/** The part of the simulated world that a product's programs use. */
export interface Topology extends Network {
  readonly pools: readonly Pool[];
  /** by FQDN */
  readonly servers: ValueMap<Server>;
}

/** The server with this name. An unknown name is a bug. */
export function serverOf(topology: Topology, fqdn: string): Server {
  const server = topology.servers.get(fqdn);
  if (!server) throw new Error(`no server ${fqdn}; have ${[...topology.servers.keys()].join(', ')}`);
  return server;
}

/** Replaces the server in the topology. */
export function withServer<T extends Topology>(topology: T, server: Server): T {
  return { ...topology, servers: topology.servers.with(server.fqdn, server) };
}

/** The pool of the server; undefined for a server outside all pools. */
export function poolOf<T extends Topology>(topology: T, fqdn: string): T['pools'][number] | undefined {
  return topology.pools.find((pool) => pool.servers.includes(fqdn));
}

/** The machine of a server. */
export function machineUnder(topology: Topology, server: Server): Machine {
  return machineOf(topology, server.fqdn);
}

/** The certificate in the computer's Personal store with this thumbprint. */
export function storedEntry(machine: Machine, thumbprint: string | undefined): StoreEntry | undefined {
  return machine.stores.LocalMachine.My.find((e) => e.certificate.thumbprint === thumbprint);
}

/** The assigned certificate of a use, as stored now; undefined if none is assigned or it was deleted. */
export function assignedEntry(topology: Topology, server: Server, use: string): StoreEntry | undefined {
  return storedEntry(machineUnder(topology, server), server.assigned[use]);
}

/**
 * The certificate that the server presents for a use: the one with which its services were started, or else the
 * assigned one.
 */
export function presentedEntry(topology: Topology, server: Server, use: string): StoreEntry | undefined {
  return storedEntry(machineUnder(topology, server), (server.running ?? server.assigned)[use]);
}
