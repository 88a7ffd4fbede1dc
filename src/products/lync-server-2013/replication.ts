import { type HresultName, hresultCode } from '../../hresult';
import { clientAuthenticationHresult, credentialHresult, peerHresult, presentedPath } from '../../windows/schannel';
import type { Topology } from '../../world/topology';
import { machineUnder, poolOf, presentedEntry } from '../../world/topology';
import type { Certificate } from '../../x509/certificate';
import { commonName } from '../../x509/names/distinguished-name';
import { isLyncServer, type LyncServer, lyncServerOf } from './topology';

/**
 * The replication status of an Edge Server: whether the configuration of the Central Management store reaches it, and
 * otherwise the event.
 */
export type Replication = { readonly upToDate: true } | { readonly upToDate: false; readonly event: ReplicationEvent };

/** An entry of the Lync Server event log. */
export interface ReplicationEvent {
  readonly id: 1015 | 1017 | 1034 | 32042 | 33019;
  readonly on: string;
  readonly message: string;
}

/** A machine's query for the revocation status of a certificate. */
export type RevocationOf = (on: string, certificate: Certificate) => 'good' | 'revoked' | 'unreachable' | 'no-address';

const PORT = 4443;

/**
 * Replication from the Front End Server to an Edge Server: a file over https to the internal interface, TCP 4443, with
 * certificates on both sides. Events: Microsoft, "Lync Server Central Management Store replication failures", and
 * reports from the field (32042, 33019). Conditions without certificates are checked first, as in the network.
 */
export function replicationTo(topology: Topology, fqdn: string, revocationOf: RevocationOf): Replication {
  const edge = lyncServerOf(topology, fqdn);
  const event =
    reachFault(topology, edge) ?? handshakeFault(topology, edge, revocationOf) ?? shareFault(edge) ?? undefined;
  return event ? { upToDate: false, event } : { upToDate: true };
}

function reachFault(topology: Topology, edge: LyncServer): ReplicationEvent | null {
  const { connection } = machineUnder(topology, edge);
  const routed = connection.defaultGateways === 1;
  if (routed && !edge.stopped && !connection.closedPorts.includes(PORT)) return null;
  const { fqdn } = frontEndOf(topology);
  return { id: 1017, on: fqdn, message: `Https destination unavailable: https://${edge.fqdn}:${PORT}` };
}

function shareFault(edge: LyncServer): ReplicationEvent | null {
  if (edge.replicaShare === 'granted') return null;
  return { id: 1034, on: edge.fqdn, message: 'access to the share xds-replica is denied' };
}

function handshakeFault(topology: Topology, edge: LyncServer, revocationOf: RevocationOf): ReplicationEvent | null {
  const front = frontEndOf(topology);
  const [client, server] = [machineUnder(topology, front), machineUnder(topology, edge)];
  const own = presentedEntry(topology, edge, 'Internal');
  const missing = credentialHresult(server, own);
  if (missing || !own) return invalid(front.fqdn, edge.fqdn, missing ?? 'SEC_E_NO_CREDENTIALS');
  const cluster = poolOf(topology, edge.fqdn)?.fqdn ?? edge.fqdn;
  const fault = peerHresult(topology, client, presentedPath(server, own.certificate), [edge.fqdn, cluster]);
  if (fault === 'SEC_E_WRONG_PRINCIPAL') return unmatched(front.fqdn, edge.fqdn, cluster, own.certificate);
  if (fault) return invalid(front.fqdn, edge.fqdn, fault);
  const revocation = revocationOf(front.fqdn, own.certificate);
  if (revocation === 'revoked') return invalid(front.fqdn, edge.fqdn, 'CRYPT_E_REVOKED');
  if (revocation === 'unreachable') return slow(front.fqdn);
  const shown = presentedEntry(topology, front, 'Default');
  const presented = shown ? presentedPath(client, shown.certificate) : [];
  const refused =
    credentialHresult(client, shown) ??
    clientAuthenticationHresult(server) ??
    peerHresult(topology, server, presented, [front.fqdn, front.pool]);
  return refused ? turnedAway(edge.fqdn, refused) : null;
}

function unmatched(on: string, host: string, cluster: string, certificate: Certificate): ReplicationEvent {
  const name = commonName(certificate.subject) ?? '';
  return {
    id: 1015,
    on,
    message: `Unable to match host/cluster against certificate, host=${host}, cluster=${cluster}, CN=${name}`,
  };
}

function invalid(on: string, edge: string, hresult: HresultName): ReplicationEvent {
  return {
    id: 1015,
    on,
    message: `Replica Replicator Agent presented an invalid certificate: ${edge}, ${hresult} ${hresultCode(hresult)}`,
  };
}

function turnedAway(on: string, hresult: HresultName): ReplicationEvent {
  return { id: 32042, on, message: `Invalid incoming HTTPS certificate: ${hresult} ${hresultCode(hresult)}` };
}

function slow(on: string): ReplicationEvent {
  return { id: 33019, on, message: 'TLS Negotiation took too long to complete' };
}

function frontEndOf(topology: Topology): LyncServer {
  const server = [...topology.servers.values()].filter(isLyncServer).find(({ role }) => role === 'front-end');
  if (!server) throw new Error('the topology has no Front End Server');
  return server;
}
