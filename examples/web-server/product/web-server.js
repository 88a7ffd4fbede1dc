const product = require('certificate-rehearsal');
const { IIS_REFUSALS, internetServicesManager } = require('./manager');
const { namesRule, WEB_CODES, WEB_FINDINGS } = require('./rules');

/** @typedef {import('certificate-rehearsal').Deployment} Deployment */

/** The certificate that a web site presents on its HTTPS port. @type {import('certificate-rehearsal').CertificateUse<Deployment>} */
const HTTPS = {
  ...{ name: 'https', title: 'HTTPS binding of the site', side: 'internal', peers: () => [] },
  ...{ judged: 'always', required: true, sharedKey: false },
};

/**
 * Web Server (IIS): the certificate of a site is bound to its HTTPS port, and http.sys uses it at once.
 *
 * @type {import('certificate-rehearsal').Product<Deployment>}
 */
const WEB_SERVER = {
  id: 'web-server',
  name: 'Web Server (IIS)',
  editions: [{ id: '8', name: 'Web Server (IIS) 8', windows: ['2012', '2012 R2'] }],
  roles: { pool: { id: 'web', title: 'web server' } },
  uses: [HTTPS],
  texts: { ...WEB_FINDINGS, ...product.pageTexts(WEB_CODES), ...product.refusalTexts(IIS_REFUSALS) },
  faults: { server: {}, authority: {}, template: {}, file: {} },
  findings: { pages: { ...product.GENERAL_PAGES, ...WEB_CODES }, keyRules: [], certificateRules: [namesRule] },
  environment: {
    entries: {},
    poolEntries: {},
    defaults: {
      files: {
        chain: 'C:\\Certificates\\chain.p7b',
        request: 'C:\\Certificates\\site.req',
        response: 'C:\\Certificates\\site.cer',
        exported: 'C:\\Certificates\\site.pfx',
      },
      friendlyName: 'Web site',
      template: 'WebServer',
    },
    assumptions: {},
    hosts: () => [],
  },
  topology: {
    membership: 'domain',
    hosts: { server: 'web', pool: 'www' },
    build: ({ sites }) => {
      const pools = sites.flatMap(({ name, pools: inSite }) =>
        inSite.map(({ fqdn, loadBalancer, servers }) => {
          return { fqdn, site: name, loadBalancer, servers: servers.map((one) => one.fqdn), uses: [HTTPS.name] };
        }),
      );
      const fresh = { role: 'web', assigned: {}, running: null, log: [], sni: false };
      const servers = pools.flatMap((pool) => pool.servers.map((fqdn) => ({ fqdn, pool: pool.fqdn, ...fresh })));
      return { pools, servers };
    },
    prepare: renewedBefore,
  },
  administrators: {
    domain: 'web-administrator',
    servers: 'web-administrator',
    titles: { domain: 'web administrator', servers: 'web administrator' },
  },
  serviceAccount: 'SYSTEM',
  programs: [
    {
      program: internetServicesManager(),
      isInstalledOn: ({ servers }, fqdn) => servers.has(fqdn),
      where: 'on a web server',
    },
  ],
  shells: [],
  serverChanges: () => [],
  namedValues: (_, { fqdn }) => ({ 'web site': fqdn, 'policy file': 'C:\\Certificates\\site.inf' }),
  siteValues: [],
};

/** Every site has a certificate from the last renewal: of its two years, 20 days are left. @param {Deployment} deployment */
function renewedBefore(deployment) {
  const earlier = { use: HTTPS.name, friendlyName: 'Web site', role: 'web-administrator', days: 710 };
  return deployment.pools.reduce(
    (world, { fqdn, servers }) => product.withEarlierCertificate(world, { ...earlier, name: fqdn, servers }),
    deployment,
  );
}

product.offerProduct(WEB_SERVER);
