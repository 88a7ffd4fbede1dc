import { type HresultName, hresultCode } from '../../hresult';
import { commonVersion } from '../../windows/registry/tls-versions';
import { clientAuthenticationHresult, credentialHresult, peerHresult, presentedPath } from '../../windows/schannel';
import type { Topology } from '../../world/topology';
import { machineUnder, poolOf, presentedEntry } from '../../world/topology';
import type { Certificate } from '../../x509/certificate';
import { assumptionsOf } from './assumptions';
import { isLyncServer, type LyncServer, lyncServerOf } from './topology';

/**
 * The replication status of an Edge Server: whether the configuration of the Central Management store reaches it, and
 * otherwise the event.
 */
export type Replication = { readonly upToDate: true } | { readonly upToDate: false; readonly event: ReplicationEvent };

/**
 * An entry of LS File Transfer Agent Service (category 1121) in the Lync Server event log of the Front End Server. The
 * texts are shortened; codes and fields are those of the event.
 */
export interface ReplicationEvent {
  readonly id: 1015 | 1017 | 33019;
  readonly on: string;
  readonly message: string;
}

/** A machine's query for the revocation status of the path that a peer presents. */
export type RevocationOf = (
  on: string,
  presented: readonly Certificate[],
) => 'good' | 'revoked' | 'unreachable' | 'no-address';

const PORT = 4443;

/**
 * Replication from the Front End Server to an Edge Server: a file over https to the internal interface, TCP 4443, with
 * certificates on both sides. Events: Microsoft, "Lync Server Central Management Store replication failures". Two events
 * are assumptions. Conditions without certificates are checked first, as in the network. The share xds-replica and event
 * 1034 belong to internal replicas (SMB, TCP 445) and not to an Edge Server.
 */
export function replicationTo(topology: Topology, fqdn: string, revocationOf: RevocationOf): Replication {
  const edge = lyncServerOf(topology, fqdn);
  const event =
    reachFault(topology, edge) ??
    versionFault(topology, edge) ??
    handshakeFault(topology, edge, revocationOf) ??
    undefined;
  return event ? { upToDate: false, event } : { upToDate: true };
}

function reachFault(topology: Topology, edge: LyncServer): ReplicationEvent | null {
  const { connection } = machineUnder(topology, edge);
  const routed = connection.defaultGateways === 1;
  if (routed && !edge.stopped && !connection.closedPorts.includes(PORT)) return null;
  const { fqdn } = frontEndOf(topology);
  return unavailable(fqdn, edge.fqdn);
}

/** The File Transfer Agent is a program of .NET Framework: without SchUseStrongCrypto it offers TLS 1.0 only. */
function versionFault(topology: Topology, edge: LyncServer): ReplicationEvent | null {
  const front = frontEndOf(topology);
  if (commonVersion(machineUnder(topology, front), machineUnder(topology, edge))) return null;
  const hresult = 'SEC_E_ALGORITHM_MISMATCH';
  return unavailable(front.fqdn, edge.fqdn, `: ${hresult} ${hresultCode(hresult)}`);
}

function handshakeFault(topology: Topology, edge: LyncServer, revocationOf: RevocationOf): ReplicationEvent | null {
  const front = frontEndOf(topology);
  const [client, server] = [machineUnder(topology, front), machineUnder(topology, edge)];
  const own = presentedEntry(topology, edge, 'Internal');
  const missing = credentialHresult(server, own);
  if (missing || !own) return invalid(front.fqdn, edge.fqdn, missing ?? 'SEC_E_NO_CREDENTIALS');
  const cluster = poolOf(topology, edge.fqdn)?.fqdn ?? edge.fqdn;
  const sent = presentedPath(server, own.certificate);
  const fault = peerHresult(topology, client, sent, [edge.fqdn, cluster]);
  if (fault === 'SEC_E_WRONG_PRINCIPAL') return unmatched(front.fqdn, edge.fqdn, cluster, own.certificate);
  if (fault) return invalid(front.fqdn, edge.fqdn, fault);
  const revocation = revocationOf(front.fqdn, sent);
  if (revocation === 'revoked') return invalid(front.fqdn, edge.fqdn, 'CRYPT_E_REVOKED');
  if (revocation === 'unreachable') return slow(topology, front.fqdn, edge.fqdn);
  const shown = presentedEntry(topology, front, 'Default');
  const presented = shown ? presentedPath(client, shown.certificate) : [];
  const refused =
    credentialHresult(client, shown) ??
    clientAuthenticationHresult(server) ??
    peerHresult(topology, server, presented, [front.fqdn, front.pool]);
  return refused ? turnedAway(topology, front.fqdn, edge.fqdn, refused) : null;
}

function unavailable(on: string, edge: string, reason = ''): ReplicationEvent {
  return { id: 1017, on, message: `https://${edge}:${PORT}: Https destination unavailable${reason}` };
}

function unmatched(on: string, host: string, cluster: string, { subject }: Certificate): ReplicationEvent {
  const field = (type: string): string => subject.findLast((one) => one.type === type)?.value ?? '';
  const shown = ['CN', 'OU', 'O'].map((type) => `${type}=${field(type)}`).join(', ');
  return failed(on, `Unable to match host/cluster against certificate, host=${host}, cluster=${cluster}, ${shown}`);
}

function failed(on: string, reason: string): ReplicationEvent {
  return { id: 1015, on, message: `File transfer failed. Reason: ${reason}` };
}

function invalid(on: string, edge: string, hresult: HresultName): ReplicationEvent {
  const code = `${hresult} ${hresultCode(hresult)}`;
  return failed(on, `Replica Replicator Agent presented an invalid certificate: ${edge}, ${code}`);
}

/** The Edge Server refuses the certificate of the Front End Server; the event is an assumption. */
function turnedAway(topology: Assuming, on: string, edge: string, hresult: HresultName): ReplicationEvent {
  const code = `${hresult} ${hresultCode(hresult)}`;
  return assumptionsOf(topology).refusedFrontEndEvent === 1017
    ? unavailable(on, edge, `: the certificate of ${on} was refused, ${code}`)
    : failed(on, `${edge} refused the certificate of ${on}: ${code}`);
}

/** The Front End Server waits for a CRL that it cannot reach; the event is an assumption. */
function slow(topology: Assuming, on: string, edge: string): ReplicationEvent {
  return assumptionsOf(topology).slowRevocationEvent === 33019
    ? { id: 33019, on, message: 'TLS Negotiation took too long to complete' }
    : unavailable(on, edge, ': the negotiation of TLS took too long');
}

type Assuming = Parameters<typeof assumptionsOf>[0];

function frontEndOf(topology: Topology): LyncServer {
  const server = [...topology.servers.values()].filter(isLyncServer).find(({ role }) => role === 'front-end');
  if (!server) throw new Error('the topology has no Front End Server');
  return server;
}
