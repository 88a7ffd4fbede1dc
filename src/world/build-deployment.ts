import { type CertificationAuthority, pathOf } from '../adcs/authority';
import { makeHierarchy } from '../adcs/hierarchy';
import { DAY, determinismAt, type Source } from '../determinism';
import { ValueMap } from '../value-map';
import { authorityPlans, publicPlans } from './authority-plans';
import { buildMachines, mediumFor } from './build-machines';
import { accountEntry, type Deployment } from './deployment';
import { editionNamed } from './edition';
import type { Environment } from './environment';
import { authorityAgeDays } from './environment-file/environment-defaults';
import type { Product } from './product';
import { asEdition } from './product-edition';

/**
 * Builds the deployment that an environment describes, at the moment before the procedure begins: authorities in
 * being, domain members trusting them, the product's servers installed, no certificate requested. The edition is the
 * environment's. Keys and random bytes come from `source`.
 */
export function buildDeployment(environment: Environment, source: Source, base: Product<Deployment>): Deployment {
  const product = asEdition(base, editionNamed(base, environment.edition));
  const now = Date.parse(environment.clock);
  const start = determinismAt(now - authorityAgeDays(environment.pki.authorities) * DAY, source);
  const internal = makeHierarchy(authorityPlans(environment), start);
  const external = makeHierarchy(publicPlans(environment), internal.determinism);
  const authorities = [...internal.authorities, ...external.authorities];
  const anchors = {
    // a server gets the certificates between the root and a public authority together with its certificate
    internal: certificatesOf(internal.authorities).filter(
      ({ selfSigned }) => environment.pki.kind !== 'public' || !selfSigned,
    ),
    everywhere: [
      ...rootsOf(external.authorities),
      ...(environment.pki.kind === 'public' ? rootsOf(internal.authorities) : []),
    ],
  };
  const machines = ValueMap.of(buildMachines(environment, product, anchors).map((machine) => [machine.fqdn, machine]));
  const { pools, servers } = product.topology.build(environment);
  return product.topology.prepare({
    product,
    environment,
    assumptions: environment.assumptions,
    determinism: { ...external.determinism, now },
    machines,
    media: mediumFor(environment),
    pools,
    servers: ValueMap.of(servers.map((server) => [server.fqdn, server])),
    authorities: new Map(authorities.map((authority) => [authority.name, authority])),
    directory: domainAccounts(environment, product.administrators.domain),
  });
}

function certificatesOf(authorities: readonly CertificationAuthority[]) {
  const issuing = authorities.at(-1);
  return issuing ? pathOf(issuing) : [];
}

function rootsOf(authorities: readonly CertificationAuthority[]) {
  return certificatesOf(authorities).filter((certificate) => certificate.selfSigned);
}

function domainAccounts(environment: Environment, administrator: string) {
  const roles = [administrator, 'certificate-manager', 'ordinary-user'];
  return roles.map((role) => {
    const { name, groups } = accountEntry(environment, role);
    return { name, groups };
  });
}
