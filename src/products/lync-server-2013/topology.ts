import { type Machine, machineOf, type Network, type WindowsAssumptions } from '../../windows/machine';
import type { CertificateUse } from './certificate-use';

/** The published topology as far as certificates need it: pools of Edge Servers, and the Lync servers with their state. */

export interface EdgePool {
  /** the FQDN of the internal interface, which peers expect in the certificate */
  readonly fqdn: string;
  readonly site: string;
  readonly loadBalancer: 'hardware' | 'dns' | 'none';
  readonly servers: readonly string[];
  /** the uses for which each server of the pool must have a certificate */
  readonly uses: readonly CertificateUse[];
  readonly externalNames: { readonly accessEdge: string; readonly webConferencing: string; readonly av: string } | null;
  readonly sipDomains: readonly string[];
}

/** A server with Lync Server on it, beside its machine: what the Deployment Wizard and the cmdlets keep. */
export interface LyncServer {
  readonly fqdn: string;
  readonly role: 'edge' | 'front-end';
  readonly pool: string;
  /** whether Step 3 of the Deployment Wizard has been run */
  readonly launched: boolean;
  /** the thumbprint assigned to each use */
  readonly assigned: Readonly<Partial<Record<CertificateUse, string>>>;
  /** the thumbprint that its services have used since they were started (Step 4); null before that */
  readonly running: Readonly<Partial<Record<CertificateUse, string>>> | null;
  /** whether the replicator may write the share xds-replica */
  readonly replicaShare: 'granted' | 'denied';
  readonly log: readonly LogEntry[];
}

/** What one completed wizard or cmdlet did: the command, and the lines of its log. */
export interface LogEntry {
  readonly command: string;
  readonly lines: readonly string[];
}

/** The uncertain behaviours of Lync Server that an environment settles. */
export interface EdgeAssumptions extends WindowsAssumptions {
  readonly assignListFiltersNames: boolean;
  readonly greenCheckNeedsExternalUses: boolean;
  readonly importWizardPutsChainIn: 'by-type' | 'my';
  readonly importWizardMarksExportable: boolean;
  readonly newRequestClearsEarlier: boolean;
  readonly responseWithoutKey: 'import' | 'refuse';
  readonly wizardLaunchedOnCancel: boolean;
}

/** The part of the simulated world that Lync Server's wizards and cmdlets need. */
export interface EdgeTopology extends Network {
  readonly pools: readonly EdgePool[];
  readonly lyncServers: ReadonlyMap<string, LyncServer>;
  readonly assumptions: EdgeAssumptions;
}

/** The Lync server of that name; an unknown one is a bug. */
export function lyncServerOf(topology: EdgeTopology, fqdn: string): LyncServer {
  const server = topology.lyncServers.get(fqdn);
  if (!server) throw new Error(`no Lync server ${fqdn}; have ${[...topology.lyncServers.keys()].join(', ')}`);
  return server;
}

/** The topology with that server in its new state. */
export function withLyncServer<T extends EdgeTopology>(topology: T, server: LyncServer): T {
  return { ...topology, lyncServers: new Map(topology.lyncServers).set(server.fqdn, server) };
}

/** The pool that the Edge Server belongs to, or undefined for another server. */
export function poolOf(topology: EdgeTopology, fqdn: string): EdgePool | undefined {
  return topology.pools.find((pool) => pool.servers.includes(fqdn));
}

/** The uses that the Certificate Wizard lists on that server; none on a server that is not an Edge Server. */
export function usesOn(topology: EdgeTopology, fqdn: string): readonly CertificateUse[] {
  return poolOf(topology, fqdn)?.uses ?? [];
}

/** The machine that a Lync server runs on. */
export function machineUnder(topology: EdgeTopology, server: LyncServer): Machine {
  return machineOf(topology, server.fqdn);
}

/** The topology with the server's log one entry longer. */
export function logged<T extends EdgeTopology>(topology: T, fqdn: string, entry: LogEntry): T {
  const server = lyncServerOf(topology, fqdn);
  return withLyncServer(topology, { ...server, launched: true, log: [...server.log, entry] });
}
