import type { WindowsAssumptions } from '../../windows/machine';
import { type LogEntry, type Pool, poolOf, type Server, type Topology, withServer } from '../../world/topology';
import type { CertificateUse } from './certificate-use';

/** The published topology as far as certificates need it: pools of Edge Servers, and the Lync servers with their state. */

export interface EdgePool extends Pool {
  readonly uses: readonly CertificateUse[];
  readonly externalNames: { readonly accessEdge: string; readonly webConferencing: string; readonly av: string } | null;
  readonly sipDomains: readonly string[];
}

/** A server with Lync Server on it, beside its machine: what the Deployment Wizard and the cmdlets keep. */
export interface LyncServer extends Server {
  readonly role: 'edge' | 'front-end';
  /** whether Step 3 of the Deployment Wizard has been run */
  readonly launched: boolean;
  /** whether the replicator may write the share xds-replica */
  readonly replicaShare: 'granted' | 'denied';
}

/** Whether a server has the state that Lync Server keeps. */
export function isLyncServer(server: Server): server is LyncServer {
  return (server.role === 'edge' || server.role === 'front-end') && 'launched' in server && 'replicaShare' in server;
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
export interface EdgeTopology extends Topology {
  readonly pools: readonly EdgePool[];
  readonly servers: ReadonlyMap<string, LyncServer>;
  readonly assumptions: EdgeAssumptions;
}

/** The Lync server of that name; an unknown one is a bug. */
export function lyncServerOf(topology: EdgeTopology, fqdn: string): LyncServer {
  const server = topology.servers.get(fqdn);
  if (!server) throw new Error(`no Lync server ${fqdn}; have ${[...topology.servers.keys()].join(', ')}`);
  return server;
}

/** The topology with that server in its new state. */
export function withLyncServer<T extends EdgeTopology>(topology: T, server: LyncServer): T {
  return withServer(topology, server);
}

/** The uses that the Certificate Wizard lists on that server; none on a server that is not an Edge Server. */
export function usesOn(topology: EdgeTopology, fqdn: string): readonly CertificateUse[] {
  return poolOf(topology, fqdn)?.uses ?? [];
}

/** The topology with the server's log one entry longer. */
export function logged<T extends EdgeTopology>(topology: T, fqdn: string, entry: LogEntry): T {
  const server = lyncServerOf(topology, fqdn);
  return withLyncServer(topology, { ...server, launched: true, log: [...server.log, entry] });
}
