import { type DataTable, Given } from '@cucumber/cucumber';
import { lyncFact } from '../../src/products/lync-server-2013/lync-refusals';
import { machineOf, withMachine } from '../../src/windows/machine';
import type { WindowsVersion } from '../../src/windows/versions';
import { issuingAuthority, withAuthority } from '../../src/world/deployment';
import { onlyEnroll } from '../support/permissions';
import { POOLS, planned, plansIn } from '../support/phrases/pool-plans';
import { OTHER_SERVERS } from '../support/tables';
import type { RehearsalWorld } from '../support/world';
import { forPool } from './support/planned-pool';

/** Steps about the deployment before the scenario begins. */

const OTHER_POOLS = { wrapperOptions: { ...POOLS.wrapperOptions, ...OTHER_SERVERS.wrapperOptions } };

Given('a pool of {int} Edge Server(s)', OTHER_SERVERS, function (this: RehearsalWorld, servers: number) {
  return this.startWith(planned(this.deployment, [{ site: 'Site A', loadBalancer: 'none', servers }]));
});

Given(
  'a pool of {int} Edge Servers behind a load balancer',
  OTHER_SERVERS,
  function (this: RehearsalWorld, servers: number) {
    return this.startWith(planned(this.deployment, [{ site: 'Site A', loadBalancer: 'hardware', servers }]));
  },
);

Given('a deployment of these pools:', OTHER_POOLS, function (this: RehearsalWorld, table: DataTable) {
  return this.startWith(planned(this.deployment, plansIn(table)));
});

Given('the plan is for the pool {string}', OTHER_SERVERS, function (this: RehearsalWorld, fqdn: string) {
  this.suppose((deployment) => forPool(deployment, fqdn));
});

Given('the pool has another Edge Server', OTHER_SERVERS, function (this: RehearsalWorld) {
  return this.requires(
    this.pool.servers.length > 1,
    lyncFact('not-applicable.single-server', { pool: this.pool.fqdn }),
  );
});

Given(
  '{servers} runs Windows Server {windowsVersion}',
  function (this: RehearsalWorld, servers: readonly string[], windows: WindowsVersion) {
    this.suppose((d) => servers.reduce((next, on) => withMachine(next, { ...machineOf(next, on), windows }), d));
  },
);

Given('the web site of the issuing authority requires https', function (this: RehearsalWorld) {
  this.suppose((d) => withAuthority(d, { ...issuingAuthority(d), certsrv: { requireSsl: true, httpsBinding: true } }));
});

Given(
  'only {string} may enroll for the template {string}',
  function (this: RehearsalWorld, group: string, template: string) {
    const named = this.text(template);
    this.suppose((d) => onlyEnroll(d, named, group));
    return this.requiresTemplates();
  },
);

Given(
  'only {string} may request certificates from the issuing authority',
  function (this: RehearsalWorld, group: string) {
    const permissions = { ...issuingAuthority(this.deployment).permissions, requestCertificates: [group] };
    this.suppose((d) => withAuthority(d, { ...issuingAuthority(d), permissions }));
  },
);

Given('the issuing authority uses templates', function (this: RehearsalWorld) {
  return this.requiresTemplates();
});

Given('the issuing authority leaves requests to a certificate manager', function (this: RehearsalWorld) {
  this.suppose((d) => withAuthority(d, { ...issuingAuthority(d), managerApproval: true }));
});
