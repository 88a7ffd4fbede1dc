import { verdict } from '../../../../exploration/law';
import { linkedKey, machineOf } from '../../../../windows/machine';
import { peerPath } from '../../../../windows/schannel';
import type { Deployment } from '../../../../world/deployment';
import { presentedEntry } from '../../../../world/topology';
import { lyncServerOf } from '../../topology';
import type { PoolLaw, PoolState } from '../domain';

/** The aspects in which the servers of a pool, which peers treat as one, may differ. */
const ASPECTS: Readonly<Record<string, (deployment: Deployment, fqdn: string) => string>> = {
  'the certificate in use': (deployment, fqdn) => inUse(deployment, fqdn)?.certificate.thumbprint ?? 'none',
  'the private key of the certificate in use': (deployment, fqdn) => {
    const entry = inUse(deployment, fqdn);
    const key = entry && linkedKey(machineOf(deployment, fqdn), 'LocalMachine', entry);
    return key?.keyPair.publicKeyId ?? 'none';
  },
  'the certification path of the certificate in use': (deployment, fqdn) => {
    const entry = inUse(deployment, fqdn);
    return (entry && peerPath(deployment, machineOf(deployment, fqdn), [entry.certificate]).code) ?? 'valid';
  },
  'the clock': (deployment, fqdn) => String(machineOf(deployment, fqdn).clockOffset),
};

/** Servers of a pool are equal in every aspect, or the judge has a finding about one of those that differ. */
export const DIFFERENCE_LAW: PoolLaw = {
  name: 'each difference between the servers of a pool has a finding',
  ofState(state) {
    const { deployment } = state.console;
    const { servers } = state.pool;
    const different = Object.entries(ASPECTS).filter(
      ([, of]) => new Set(servers.map((fqdn) => of(deployment, fqdn))).size > 1,
    );
    const missed = different.filter(([, of]) => !isFound(state, (fqdn) => of(deployment, fqdn)));
    return verdict(
      different.length > 0,
      missed.map(([aspect]) => `${aspect} is not the same on every server, and the judge finds nothing on any of them`),
    );
  },
};

/** Whether there is a finding about the servers together, or about one of any two servers that differ. */
function isFound({ findings, pool }: PoolState, of: (fqdn: string) => string): boolean {
  if (findings.some(({ server }) => server === undefined)) return true;
  const withoutFinding = pool.servers.filter((fqdn) => !findings.some(({ server }) => server === fqdn));
  return new Set(withoutFinding.map(of)).size < 2;
}

function inUse(deployment: Deployment, fqdn: string) {
  return presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal');
}
