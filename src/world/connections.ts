import type { HresultName } from '../hresult';
import { hresultCode } from '../hresult';
import { identityMemo } from '../memo';
import { credentialHresult, pathHresult, peerHresult, presentedPath } from '../windows/schannel';
import { matchesHost } from '../x509/paths/host-name';
import type { Deployment } from './deployment';
import { internetPath } from './internet-clients';
import type { CertificateUse, Peer } from './product';
import { machineUnder, type Pool, presentedEntry, type Server, serverOf } from './topology';

/** The connections to the servers of pools, and why one fails: from handshakes, and from what the product adds. */

/** A connection to a server of a pool. */
export interface ServiceConnection {
  readonly by: 'replication' | 'tls';
  /** the FQDN of the server that connects; null: clients on the Internet */
  readonly client: string | null;
  /** FQDN */
  readonly server: string;
  /** the title of the certificate use; undefined for replication */
  readonly use?: string;
  /** undefined: it works */
  readonly failure?: string;
}

/** The connections that the product needs, to each server of each pool. */
export function connectionsOf(deployment: Deployment): readonly ServiceConnection[] {
  return known(deployment, () =>
    deployment.pools.flatMap((pool) => pool.servers.flatMap((fqdn) => connectionsTo(deployment, pool, fqdn))),
  );
}

const known = identityMemo<Deployment, readonly ServiceConnection[]>();

function connectionsTo(deployment: Deployment, pool: Pool, fqdn: string): readonly ServiceConnection[] {
  const { product } = deployment;
  const server = serverOf(deployment, fqdn);
  const replication = product.network?.replication(deployment, fqdn);
  const answers = product.network?.answers(deployment, fqdn) ?? true;
  const failing = (reason: HresultName | null): Pick<ServiceConnection, 'failure'> => {
    if (!answers) return { failure: 'the services do not run' };
    return reason ? { failure: `${reason} ${hresultCode(reason)}` } : {};
  };
  const handshakes = product.uses.flatMap((use): readonly ServiceConnection[] => [
    ...use.peers(deployment).map((peer) => ({
      ...{ by: 'tls' as const, client: peer.fqdn, server: fqdn, use: use.title },
      ...failing(mutualFault(deployment, server, use, peer)),
    })),
    ...(use.facesInternet && pool.uses.includes(use.name)
      ? [
          {
            ...{ by: 'tls' as const, client: null, server: fqdn, use: use.title },
            ...failing(internetFault(deployment, server, pool, use)),
          },
        ]
      : []),
  ]);
  const replicated: readonly ServiceConnection[] = replication
    ? [{ by: 'replication', client: replication.from, server: fqdn, ...present(replication.event) }]
    : [];
  return [...replicated, ...handshakes];
}

function present(failure: string | null): Pick<ServiceConnection, 'failure'> {
  return failure === null ? {} : { failure };
}

/** The first reason why one of both sides rejects the other, or null. */
function mutualFault(
  deployment: Deployment,
  server: Server,
  use: CertificateUse<Deployment>,
  peer: Peer,
): HresultName | null {
  const client = serverOf(deployment, peer.fqdn);
  const [machine, other] = [machineUnder(deployment, server), machineUnder(deployment, client)];
  const own = presentedEntry(deployment, server, use.name);
  const lacking = credentialHresult(machine, own);
  if (lacking || !own) return lacking;
  const rejected = peerHresult(deployment, other, presentedPath(machine, own.certificate), [server.fqdn, server.pool]);
  if (rejected) return rejected;
  const shown = presentedEntry(deployment, client, peer.presents);
  const presented = shown ? presentedPath(other, shown.certificate) : [];
  return credentialHresult(other, shown) ?? peerHresult(deployment, machine, presented, peer.names);
}

/** The first reason why clients on the Internet reject a server, or null: they trust public roots only. */
function internetFault(
  deployment: Deployment,
  server: Server,
  pool: Pool,
  use: CertificateUse<Deployment>,
): HresultName | null {
  const machine = machineUnder(deployment, server);
  const own = presentedEntry(deployment, server, use.name);
  const lacking = credentialHresult(machine, own);
  if (lacking || !own) return lacking;
  const { code } = internetPath(deployment, machine, own.certificate);
  if (code !== null) return pathHresult(code);
  const names = use.names?.(pool) ?? [pool.fqdn];
  const isNamed = names.every((name) => matchesHost(own.certificate, name, { commonName: false }));
  return isNamed ? null : 'SEC_E_WRONG_PRINCIPAL';
}
