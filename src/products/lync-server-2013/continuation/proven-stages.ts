import type { Approach } from '../../../exploration/continuation/continuation';
import { machineOf } from '../../../windows/machine';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { lyncServerOf } from '../topology';
import { hasChain, hasWithKey } from './pool-certificates';

/** A stage that is done on a machine, and what proves it in the state of the machine. */
export interface ProvenStage {
  readonly stage: string;
  readonly machine: string;
  readonly proof: 'chain in its stores' | 'request waits' | 'certificate with its key' | 'assigned' | 'in use';
}

/** The stages that the state of the servers proves to be done, for the certificate or the request of an approach. */
export function provenStages(start: Deployment, pool: Pool, { kind, thumbprint }: Approach): readonly ProvenStage[] {
  const [first = '', ...others] = pool.servers;
  const target = kind === 'existing' ? thumbprint : null;
  const holds = (server: string): boolean => target !== null && hasWithKey(machineOf(start, server), target);
  const requested = kind === 'pending' ? 'request waits' : holds(first) ? 'certificate with its key' : null;
  const chain = pool.servers.filter((server) => hasChain(start, server));
  const assigned = pool.servers.filter((server) => target && lyncServerOf(start, server).assigned.Internal === target);
  const inUse = pool.servers.filter((server) => target && lyncServerOf(start, server).running?.Internal === target);
  return [
    ...chain.map((machine) => ({ stage: 'import-chain', machine, proof: 'chain in its stores' }) as const),
    ...(requested ? [{ stage: 'create-request', machine: first, proof: requested } as const] : []),
    ...(holds(first) ? [{ stage: 'import-response', machine: first, proof: 'certificate with its key' } as const] : []),
    ...others
      .filter(holds)
      .map((machine) => ({ stage: 'import-certificate', machine, proof: 'certificate with its key' }) as const),
    ...assigned.map((machine) => ({ stage: 'assign-certificate', machine, proof: 'assigned' }) as const),
    ...inUse.map((machine) => ({ stage: 'restart-services', machine, proof: 'in use' }) as const),
  ];
}
