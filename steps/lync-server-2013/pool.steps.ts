import { Given, When } from '@cucumber/cucumber';
import { after } from '../../src/determinism';
import { importExportedWithSnapIn, type SnapInImport } from '../../src/operator/tasks/certificate-export';
import { importFile } from '../../src/operator/tasks/certification-path';
import { putExportAway, repairLink } from '../../src/operator/tasks/repair';
import { lyncFact } from '../../src/products/lync-server-2013/lync-refusals';
import { shareExternal } from '../../src/products/lync-server-2013/tasks/external';
import { ownCertificate, renewInternal } from '../../src/products/lync-server-2013/tasks/renewal';
import { startOn } from '../../src/products/lync-server-2013/tasks/set-up';
import { hasExternalNames } from '../../src/products/lync-server-2013/topology';
import type { RehearsalWorld } from '../support/world';

/** Steps about a pool after its first certificate: time, renewals, restarts, repairs. */

When('{duration} {pass}', function (this: RehearsalWorld, duration: number, _: string) {
  this.suppose((deployment) => ({ ...deployment, determinism: after(deployment.determinism, duration) }));
});

When(
  'the pool {renews} its certificate under {friendlyNameChoice}',
  function (this: RehearsalWorld, _: string, same: boolean) {
    const { friendlyName } = this.deployment.environment.certificate;
    this.act((console) => renewInternal(console, this.pool, same ? friendlyName : `${friendlyName} (renewed)`));
  },
);

When(
  'a separate certificate {is} assigned on {servers}',
  function (this: RehearsalWorld, _: string, servers: readonly string[]) {
    this.act((console) => servers.reduce((c, server) => ownCertificate(c, this.pool, server), console));
  },
);

When(
  'the services on {servers} {are} restarted',
  function (this: RehearsalWorld, servers: readonly string[], _: string) {
    this.act((console) => startOn(console, servers));
  },
);

When(
  'the internal certificate on {server} is joined to its private key again',
  function (this: RehearsalWorld, server: string) {
    this.attempt(this.at(server, (console) => repairLink(console, this.pool)));
  },
);

When('the response {is} imported on {server} with the snap-in', function (this: RehearsalWorld, _: string, on: string) {
  const { response } = this.deployment.environment.files;
  this.attempt(this.at(on, (console) => importFile(console, response, 'Personal')));
});

When(
  'the exported file {is} imported on {server} with the snap-in, {snapInImport}',
  function (this: RehearsalWorld, _: string, on: string, choice: SnapInImport) {
    this.attempt(this.at(on, (console) => importExportedWithSnapIn(console, this.pool, choice)));
  },
);

When('the exported file is deleted', function (this: RehearsalWorld) {
  this.act((console) => putExportAway(console, this.pool));
});

Given('the external certificate is shared among the servers of the pool', function (this: RehearsalWorld) {
  const named = hasExternalNames(this.pool);
  if (named) this.act((console) => shareExternal(console, this.pool));
  return this.requires(named, lyncFact('not-applicable.no-external-names'));
});
