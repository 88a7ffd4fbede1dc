import { MINUTE } from '../../../determinism';
import type { Connection } from '../../../windows/machine';
import {
  CLIENT_AUTH_TRUST_MODE,
  ENTERPRISE_ROOTS_ONLY,
  protocolSwitch,
  ROOT_POLICY,
  STRONG_CRYPTOGRAPHY,
} from '../../../windows/registry/registry-names';
import { type RegistryName, withRegistryValue } from '../../../windows/registry/registry-value';
import { ROOT_LIST_HOST } from '../../../windows/registry/root-update';
import { windowsVersions } from '../../../windows/versions';
import { issuingAuthority } from '../../../world/deployment';
import { expireDefaultCertificate, renewDefaultCertificate } from '../tasks/front-end';
import { type Fault, onMachine } from './fault';

/** Faults of a server without relation to certificates, and settings of Windows that affect certificates. */
export const MACHINE_FAULTS: Readonly<Record<string, Fault>> = {
  'the clock is 2 hours fast': clock(120),
  'the clock is 10 days fast': clock(10 * 24 * 60),
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
  'ClientAuthTrustMode is 2': registered([CLIENT_AUTH_TRUST_MODE, 2]),
  'TLS 1.0 is disabled': registered(
    [protocolSwitch('TLS 1.0', 'Client', 'Enabled'), 0],
    [protocolSwitch('TLS 1.0', 'Server', 'Enabled'), 0],
  ),
  'SchUseStrongCrypto is 1': registered([STRONG_CRYPTOGRAPHY, 1]),
  'Windows Update is out of reach': connected({ unreachableHosts: [ROOT_LIST_HOST] }),
  'a group policy trusts the roots of the enterprise only': registered([ROOT_POLICY, ENTERPRISE_ROOTS_ONLY]),
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

function registered(...values: readonly (readonly [RegistryName, number])[]): Fault {
  return onMachine((machine) => values.reduce((m, [value, data]) => withRegistryValue(m, value, data), machine));
}

function clock(minutes: number): Fault {
  return onMachine((machine) => ({ ...machine, clockOffset: minutes * MINUTE }));
}

function connected(difference: Partial<Connection>): Fault {
  return onMachine((machine) => ({ ...machine, connection: { ...machine.connection, ...difference } }));
}
