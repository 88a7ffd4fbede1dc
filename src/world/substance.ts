import { isDeepStrictEqual } from 'node:util';
import type { Deployment } from './deployment';

/** Whether two deployments are the same in everything that matters: machines, media, authorities, assignments. */
export function sameSubstance(a: Deployment, b: Deployment): boolean {
  return isDeepStrictEqual(substance(a), substance(b));
}

/** A deployment without what a refused operation may leave behind: logs, buttons pressed, media plugged in. */
function substance(deployment: Deployment) {
  return {
    machines: deployment.machines,
    media: deployment.media.map((medium) => medium.disk),
    authorities: deployment.authorities,
    assigned: [...deployment.servers.values()].map((server) => server.assigned),
  };
}
