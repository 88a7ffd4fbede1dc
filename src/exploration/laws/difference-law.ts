import { lyncServerOf } from '../../products/lync-server-2013/topology';
import { linkedKey, machineOf } from '../../windows/machine';
import { peerPath } from '../../windows/schannel';
import type { Deployment } from '../../world/deployment';
import { presentedEntry } from '../../world/topology';
import { type Law, verdict } from '../law';
import type { State } from '../state';

/** What may be different between two servers of a pool that peers take for one. */
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

/** Two servers of a pool in which every server has a certificate in use are the same, or the judge says something of one. */
export const DIFFERENCE_LAW: Law = {
  name: 'what is different between the servers of a pool has a finding',
  ofState(state) {
    const { deployment } = state.console;
    const { servers } = state.pool;
    const different = Object.entries(ASPECTS).filter(
      ([, of]) => new Set(servers.map((fqdn) => of(deployment, fqdn))).size > 1,
    );
    const unsaid = different.filter(([, of]) => !isSaid(state, (fqdn) => of(deployment, fqdn)));
    return verdict(
      different.length > 0,
      unsaid.map(([aspect]) => `${aspect} is not the same on every server, and the judge finds nothing on any of them`),
    );
  },
};

/** Whether there is a finding about all of the servers, or about one of any two that are different. */
function isSaid({ findings, pool }: State, of: (fqdn: string) => string): boolean {
  if (findings.some(({ server }) => server === undefined)) return true;
  const silent = pool.servers.filter((fqdn) => !findings.some(({ server }) => server === fqdn));
  return new Set(silent.map(of)).size < 2;
}

function inUse(deployment: Deployment, fqdn: string) {
  return presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal');
}
