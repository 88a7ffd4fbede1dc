import { MINUTE } from '../../../../src/determinism';
import { renewDefaultCertificate } from '../../../../src/products/lync-server-2013/tasks/front-end';
import { lyncServerOf, withLyncServer } from '../../../../src/products/lync-server-2013/topology';
import type { Connection } from '../../../../src/windows/machine';
import { issuingAuthority } from '../../../../src/world/deployment';
import { type Fault, onMachine } from './fault';

/** Faults of a server without relation to certificates, and settings of Windows that affect certificates. */
export const MACHINE_FAULTS: Readonly<Record<string, Fault>> = {
  'the clock is 2 hours fast': clock(120),
  'the clock is 2 hours slow': clock(-120),
  'the clock is 5 minutes slow': clock(-5),
  'a firewall closes TCP port 4443': connected({ closedPorts: [4443] }),
  'a firewall closes TCP port 443': connected({ closedPorts: [443] }),
  'two default gateways are configured': connected({ defaultGateways: 2 }),
  'the share xds-replica is closed to the replicator': (deployment, on) =>
    withLyncServer(deployment, { ...lyncServerOf(deployment, on), replicaShare: 'denied' }),
  'the host of the revocation list is out of reach': onMachine((machine, deployment) => {
    const [address = ''] = issuingAuthority(deployment).crlDistributionPoints;
    const unreachableHosts = [new URL(address).hostname];
    return { ...machine, connection: { ...machine.connection, unreachableHosts } };
  }),
  'the certificate of the services has been renewed': renewDefaultCertificate,
  'ClientAuthTrustMode is 2': onMachine((machine) => ({ ...machine, clientAuthTrustMode: 2 })),
  'Windows Server 2008 R2 is installed': onMachine((machine) => ({ ...machine, windows: '2008 R2' })),
  'Windows Server 2012 is installed': onMachine((machine) => ({ ...machine, windows: '2012' })),
  'Windows Server 2012 R2 is installed': onMachine((machine) => ({ ...machine, windows: '2012 R2' })),
};

function clock(minutes: number): Fault {
  return onMachine((machine) => ({ ...machine, clockOffset: minutes * MINUTE }));
}

function connected(difference: Partial<Connection>): Fault {
  return onMachine((machine) => ({ ...machine, connection: { ...machine.connection, ...difference } }));
}
