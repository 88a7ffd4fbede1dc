import { isDeepStrictEqual } from 'node:util';
import type { Deployment } from './deployment';

/** Whether two deployments are equal in everything that counts: machines, media, authorities, assignments. */
export function sameState(a: Deployment, b: Deployment): boolean {
  return isDeepStrictEqual(relevantState(a), relevantState(b));
}

/** A deployment without the effects that a refused operation may have: logs, pressed buttons, connected media. */
function relevantState(deployment: Deployment) {
  return {
    machines: deployment.machines,
    media: deployment.media.map((medium) => medium.disk),
    authorities: deployment.authorities,
    assigned: [...deployment.servers.values()].map((server) => server.assigned),
  };
}
