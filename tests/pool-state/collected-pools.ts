import type { Source } from '../../src/determinism';
import { committedSource } from '../../src/package/rehearsal-keys';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { rehearsedPool } from '../../src/pool-state/rehearsed-pool';
import type { Deployment } from '../../src/world/deployment';
import { exportState } from './export-state';

/** The real pool of a check: the states of every server of a simulated one, without its history and its keys. */
export function collectedFrom(start: Deployment, deployment: Deployment): { real: Deployment; rehearsed: Deployment } {
  const servers = [...deployment.servers.keys()];
  const real = poolDeployment(
    start,
    servers.map((fqdn) => exportState(deployment, fqdn)),
  );
  return { real, rehearsed: rehearsedPool(real, servers).deployment };
}

/** Keys and bytes that no simulated authority has: those of a real site. Deriving such a key takes long. */
export function foreignSource(): Source {
  const source = committedSource();
  return {
    key: (bits, ordinal) => {
      const name = `${bits} ${ordinal}`;
      const pem = derived.get(name) ?? source.key(bits, ordinal + FOREIGN);
      derived.set(name, pem);
      return pem;
    },
    bytes: (length, ordinal) => source.bytes(length, ordinal + FOREIGN),
  };
}

/** The private keys by their size and ordinal. */
const derived = new Map<string, string>();

/** More keys than a deployment takes. */
const FOREIGN = 40;
