import { DAY } from '../../determinism';
import { machineOf, withMachine } from '../../windows/machine';
import { type Deployment, issuingAuthority } from '../../world/deployment';
import type { Environment } from '../../world/environment';
import type { TopologyPart } from '../../world/product';
import { edgePoolEntry, lyncEnvironment } from './environment';
import { withDefaultCertificate } from './front-end';
import { EDGE_USES, type EdgePool, type LyncServer, lyncServerOf, withLyncServer } from './topology';

/** The age of the Front End Server's certificate when the procedure begins. */
const FRONT_END_AGE_DAYS = 30;

/** Edge Servers in the perimeter network, installed up to Step 2 of the Deployment Wizard, and one Front End Server. */
export const LYNC_TOPOLOGY: TopologyPart<Deployment> = {
  membership: 'workgroup',
  hosts: { server: 'edge', pool: 'edgepool' },
  build: (environment) => ({ pools: poolsOf(environment), servers: serversOf(environment) }),
  prepare: withFrontEnd,
};

function poolsOf(environment: Environment): readonly EdgePool[] {
  return environment.sites.flatMap((site) =>
    site.pools.map(edgePoolEntry).map((pool) => ({
      fqdn: pool.fqdn,
      site: site.name,
      loadBalancer: pool.loadBalancer,
      servers: pool.servers.map((server) => server.fqdn),
      uses: EDGE_USES,
      externalNames: pool.externalNames ?? null,
      sipDomains: pool.sipDomains,
    })),
  );
}

function serversOf(environment: Environment): readonly LyncServer[] {
  const fresh = { launched: false, assigned: {}, running: null, stopped: false, log: [] } as const;
  const edge = poolsOf(environment).flatMap((pool) =>
    pool.servers.map((fqdn): LyncServer => ({ fqdn, role: 'edge', pool: pool.fqdn, ...fresh })),
  );
  const { fqdn } = environment.internalServer;
  return [...edge, { fqdn, role: 'front-end', pool: lyncEnvironment(environment).frontEndPool, ...fresh }];
}

function withFrontEnd(deployment: Deployment): Deployment {
  const { fqdn } = deployment.environment.internalServer;
  const { now } = deployment.determinism;
  const { machine, server, determinism } = withDefaultCertificate(
    machineOf(deployment, fqdn),
    lyncServerOf(deployment, fqdn),
    issuingAuthority(deployment),
    { ...deployment.determinism, now: now - FRONT_END_AGE_DAYS * DAY },
  );
  return withLyncServer(withMachine({ ...deployment, determinism: { ...determinism, now } }, machine), server);
}
