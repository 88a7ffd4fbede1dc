import type { Deployment } from '../../../src/world/deployment';
import type { CertificateUse, Product } from '../../../src/world/product';
import { WEB_ENVIRONMENT } from './environment';
import { internetServicesManager } from './manager';

const HTTPS: CertificateUse<Deployment> = {
  name: 'https',
  title: 'HTTPS binding of the site',
  side: 'internal',
  judged: 'always',
  required: true,
  sharedKey: false,
  peers: () => [],
};

/** A web server with its own manager: the certificate of a site is bound to its HTTPS port and used at once. */
export const WEB_SERVER: Product<Deployment> = {
  id: 'web-server',
  name: 'Web Server (IIS)',
  editions: [{ id: '8', name: 'Web Server (IIS) 8', windows: ['2012', '2012 R2'] }],
  roles: { pool: { id: 'web', title: 'web server' } },
  uses: [HTTPS],
  texts: {},
  faults: { server: {}, authority: {}, template: {}, file: {} },
  findings: { pages: {}, keyRules: [], certificateRules: [] },
  environment: WEB_ENVIRONMENT,
  topology: {
    membership: 'domain',
    hosts: { server: 'web', pool: 'www' },
    build: ({ sites }) => {
      const pools = sites.flatMap(({ name, pools }) =>
        pools.map(({ fqdn, loadBalancer, servers }) => ({
          fqdn,
          site: name,
          loadBalancer,
          servers: servers.map((server) => server.fqdn),
          uses: [HTTPS.name],
        })),
      );
      const fresh = { role: 'web', assigned: {}, running: null, log: [] };
      return {
        pools,
        servers: pools.flatMap((pool) => pool.servers.map((fqdn) => ({ fqdn, pool: pool.fqdn, ...fresh }))),
      };
    },
    prepare: (deployment) => deployment,
  },
  administrators: {
    domain: 'web-administrator',
    servers: 'web-administrator',
    titles: { domain: 'web administrator', servers: 'web administrator' },
  },
  // http.sys presents the certificate of the site
  serviceAccount: 'SYSTEM',
  programs: [
    {
      program: internetServicesManager<Deployment>(),
      isInstalledOn: ({ servers }, fqdn) => servers.has(fqdn),
      where: 'on a web server',
    },
  ],
  shells: [],
  serverChanges: () => [],
  namedValues: (_, { fqdn }) => ({ 'web site': fqdn }),
  siteValues: [],
};
