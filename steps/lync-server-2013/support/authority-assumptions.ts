import { assumedBy } from '../../../src/world/authority-plans';
import type { Deployment } from '../../../src/world/deployment';
import type { Assumptions } from '../../../src/world/environment-file/environment-assumptions';

/** Assumptions about authorities: the deployment's, and the behaviour of every authority. */
export const AUTHORITY_ASSUMPTIONS: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'a request without the right to request leaves a row': assumed({ enrollDenialLeavesRow: true }),
  'a request without the right to request leaves no row': assumed({ enrollDenialLeavesRow: false }),
  'certsrv lists templates up to version 2': assumed({ certsrvTemplateVersion: 2 }),
  'certsrv lists templates up to version 3': assumed({ certsrvTemplateVersion: 3 }),
  'a public authority adds the common name to the alternative names': assumed({ publicAuthorityCopiesName: true }),
  'a public authority refuses a request without alternative names': assumed({ publicAuthorityCopiesName: false }),
};

function assumed(change: Partial<Assumptions>): (deployment: Deployment) => Deployment {
  return (deployment) => {
    const assumptions = { ...deployment.assumptions, ...change };
    const authorities = [...deployment.authorities].map(
      ([name, one]) => [name, { ...one, ...assumedBy(assumptions) }] as const,
    );
    return { ...deployment, assumptions, authorities: new Map(authorities) };
  };
}
