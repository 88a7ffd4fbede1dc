import { MINUTE } from '../../../determinism';
import type { Connection } from '../../../windows/machine';
import { windowsVersions } from '../../../windows/versions';
import { issuingAuthority } from '../../../world/deployment';
import { expireDefaultCertificate, renewDefaultCertificate } from '../tasks/front-end';
import { type Fault, onMachine } from './fault';

/** Faults of a server without relation to certificates, and settings of Windows that affect certificates. */
export const MACHINE_FAULTS: Readonly<Record<string, Fault>> = {
  'the clock is 2 hours fast': clock(120),
  'the clock is 2 hours slow': clock(-120),
  'the clock is 5 minutes slow': clock(-5),
  'a firewall closes TCP port 4443': connected({ closedPorts: [4443] }),
  'a firewall closes TCP port 443': connected({ closedPorts: [443] }),
  'two default gateways are configured': connected({ defaultGateways: 2 }),
  'the host of the revocation list is out of reach': onMachine((machine, deployment) => {
    const [address = ''] = issuingAuthority(deployment).crlDistributionPoints;
    const unreachableHosts = [new URL(address).hostname];
    return { ...machine, connection: { ...machine.connection, unreachableHosts } };
  }),
  'the certificate of the services has been renewed': renewDefaultCertificate,
  'the certificate of the services has expired': expireDefaultCertificate,
  'ClientAuthTrustMode is 2': onMachine((machine) => ({ ...machine, clientAuthTrustMode: 2 })),
  ...installed(),
};

/** Each version of Windows Server, which replaces that of the environment. */
function installed(): Readonly<Record<string, Fault>> {
  return Object.fromEntries(
    windowsVersions().map((windows) => [
      `Windows Server ${windows} is installed`,
      onMachine((machine) => ({ ...machine, windows })),
    ]),
  );
}

function clock(minutes: number): Fault {
  return onMachine((machine) => ({ ...machine, clockOffset: minutes * MINUTE }));
}

function connected(difference: Partial<Connection>): Fault {
  return onMachine((machine) => ({ ...machine, connection: { ...machine.connection, ...difference } }));
}
