import { type CertificationAuthority, pathOf } from '../adcs/authority';
import { makeHierarchy } from '../adcs/hierarchy';
import { DAY, determinismAt, type Source } from '../determinism';
import type { CertificateUse } from '../products/lync-server-2013/certificate-use';
import { type EdgePool, type LyncServer, lyncServerOf, withLyncServer } from '../products/lync-server-2013/topology';
import { machineOf, withMachine } from '../windows/machine';
import { authorityPlans, publicPlans } from './authority-plans';
import { buildMachines, mediumFor } from './build-machines';
import { accountEntry, type Deployment, issuingAuthority } from './deployment';
import type { Environment, PoolEntry } from './environment';
import { withDefaultCertificate } from './front-end';
import type { Product } from './product';

/** Authorities are this old when the rehearsal begins. */
const AUTHORITY_AGE_DAYS = 365;
/** The certificate of the Front End Server is this old then. */
const FRONT_END_AGE_DAYS = 30;

const USES: readonly CertificateUse[] = [
  'Internal',
  'AccessEdgeExternal',
  'DataEdgeExternal',
  'AudioVideoAuthentication',
];

/**
 * Builds the deployment that an environment describes, at the moment before the procedure begins: authorities in
 * being, domain members trusting them, Edge Servers installed up to Step 2 of the Deployment Wizard, no certificate
 * requested. Keys and random bytes come from `source`.
 */
export function buildDeployment(environment: Environment, source: Source, product: Product<Deployment>): Deployment {
  const now = Date.parse(environment.clock);
  const start = determinismAt(now - AUTHORITY_AGE_DAYS * DAY, source);
  const internal = makeHierarchy(authorityPlans(environment), start);
  const external = makeHierarchy(publicPlans(), internal.determinism);
  const authorities = [...internal.authorities, ...external.authorities];
  const anchors = {
    internal: environment.pki.kind === 'public' ? [] : certificatesOf(internal.authorities),
    everywhere: [
      ...rootsOf(external.authorities),
      ...(environment.pki.kind === 'public' ? rootsOf(internal.authorities) : []),
    ],
  };
  const machines = new Map(buildMachines(environment, anchors).map((machine) => [machine.fqdn, machine]));
  const lyncServers = new Map(lyncServersOf(environment).map((server) => [server.fqdn, server]));
  return withFrontEnd({
    product,
    environment,
    assumptions: environment.assumptions,
    determinism: { ...external.determinism, now },
    machines,
    media: mediumFor(environment),
    pools: poolsOf(environment),
    servers: lyncServers,
    authorities: new Map(authorities.map((authority) => [authority.name, authority])),
    directory: domainAccounts(environment),
  });
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

function certificatesOf(authorities: readonly CertificationAuthority[]) {
  const issuing = authorities.at(-1);
  return issuing ? pathOf(issuing) : [];
}

function rootsOf(authorities: readonly CertificationAuthority[]) {
  return certificatesOf(authorities).filter((certificate) => certificate.selfSigned);
}

function domainAccounts(environment: Environment) {
  const roles = ['lync-administrator', 'certificate-manager', 'ordinary-user'] as const;
  return roles.map((role) => {
    const { name, groups } = accountEntry(environment, role);
    return { name, groups };
  });
}

function poolsOf(environment: Environment): readonly EdgePool[] {
  return environment.sites.flatMap((site) => site.pools.map((pool) => poolIn(site.name, pool)));
}

function poolIn(site: string, pool: PoolEntry): EdgePool {
  return {
    fqdn: pool.fqdn,
    site,
    loadBalancer: pool.loadBalancer,
    servers: pool.servers.map((server) => server.fqdn),
    uses: USES,
    externalNames: pool.externalNames ?? null,
    sipDomains: pool.sipDomains,
  };
}

function lyncServersOf(environment: Environment): readonly LyncServer[] {
  const fresh = { launched: false, assigned: {}, running: null, replicaShare: 'granted', log: [] } as const;
  const edge = poolsOf(environment).flatMap((pool) =>
    pool.servers.map((fqdn): LyncServer => ({ fqdn, role: 'edge', pool: pool.fqdn, ...fresh })),
  );
  const { fqdn } = environment.internalServer;
  return [...edge, { fqdn, role: 'front-end', pool: environment.frontEndPool, ...fresh }];
}
