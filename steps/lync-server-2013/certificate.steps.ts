import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { approvedWhereWaiting } from '../../src/operator/tasks/authority';
import { beginExport, exportCertificateOf } from '../../src/operator/tasks/certificate-export';
import { carryResponse } from '../../src/operator/tasks/request-files';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { importExported, importWithWizard } from '../../src/products/lync-server-2013/tasks/certificate';
import { requestOnFrontEnd, spreadFromFrontEnd } from '../../src/products/lync-server-2013/tasks/front-end';
import { obtain } from '../../src/products/lync-server-2013/tasks/renewal';
import type { RequestChoices } from '../../src/products/lync-server-2013/tasks/request';
import { edge, importResponse } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { askOn } from '../support/observations/asking';
import type { ExportPhrase } from '../support/phrases/phrases';
import type { RehearsalWorld } from '../support/world';
import {
  assignmentRefused,
  keyExportOffered,
  notAssignableReasonOn,
  passwordFor,
} from './support/certificate-observations';
import { firstServerWithCertificate, poolWithCertificate } from './support/certified-pool';
import { holdsKey } from './support/server-observations';

/** Steps about the certificate and its private key on the servers of the pool. */

Given('{servers} hold(s) the internal certificate', function (this: RehearsalWorld, _: readonly string[]) {
  this.act((console) => poolWithCertificate(console, this.pool));
});

Given(
  'the first Edge Server holds the internal certificate with {exportability}',
  function (this: RehearsalWorld, exportable: boolean) {
    this.act((console) => firstServerWithCertificate(console, this.pool, exportable));
  },
);

Given(
  'the Front End Server holds the internal certificate with {exportability}',
  function (this: RehearsalWorld, exportable: boolean) {
    this.act((console) => requestOnFrontEnd(console, this.pool, exportable));
  },
);

When(
  '{server} {exports} the internal certificate {exportChoice}',
  function (this: RehearsalWorld, server: string, _: string, choices: ExportPhrase) {
    const held = internalEntries(this.deployment, server, this.pool).length > 0;
    if (!held) this.act((console) => firstServerWithCertificate(console, this.pool, true));
    this.attempt(this.at(server, (console) => exportCertificateOf(console, this.pool, choices)));
  },
);

When('the response {is} imported on {servers}', function (this: RehearsalWorld, _: string, servers: readonly string[]) {
  const { response } = this.deployment.environment.files;
  this.attempt((console) => servers.reduce((c, on) => importWithWizard(edge(c, on), response), console));
});

When('the answer {is} imported on {server}', function (this: RehearsalWorld, _: string, server: string) {
  this.attempt((console) => importResponse(carryResponse(approvedWhereWaiting(console), server), server));
});

When(
  '{server} {obtains} its internal certificate {requestChoice}',
  function (this: RehearsalWorld, server: string, _: string, choices: RequestChoices) {
    this.attempt((console) => obtain(console, server, choices));
  },
);

When('the operator imports the file {string}', function (this: RehearsalWorld, path: string) {
  const file = this.text(path);
  this.attempt((console) => importWithWizard(console, file));
});

When(
  'the exported file {is} imported on {server} {passwordChoice}',
  function (this: RehearsalWorld, _: string, server: string, choice: string) {
    const password = passwordFor(choice);
    this.attempt((console) => importExported(edge(console, server), this.pool, password));
  },
);

When(
  'the administrator begins to export the internal certificate on {server}',
  function (this: RehearsalWorld, server: string) {
    this.attempt(this.at(server, (console) => beginExport(console, this.pool)));
  },
);

When(
  'the certificate is exported on the Front End Server and imported on every Edge Server',
  function (this: RehearsalWorld) {
    this.attempt((console) => spreadFromFrontEnd(console, this.pool));
  },
);

Then('exporting its private key is not offered', function (this: RehearsalWorld) {
  expect(keyExportOffered(this.console)).to.equal(false);
});

Then(
  '{servers} hold(s) {possession} of its internal certificate',
  function (this: RehearsalWorld, servers: readonly string[], held: boolean) {
    for (const server of servers) expect(holdsKey(this.deployment, server, this.pool), server).to.equal(held);
    askOn(this, servers, 'certutil -store My');
  },
);

Then(
  'the internal certificate is not offered for assignment on {server}: {refusal}',
  function (this: RehearsalWorld, server: string, reason: string) {
    expect(notAssignableReasonOn(this.deployment, server, this.pool)).to.equal(reason);
    const { code, hresult } = assignmentRefused(this.console, server, this.pool);
    expect(code, 'what Set-CsCertificate says').to.equal(reason);
    expect(hresult, 'the error code of Set-CsCertificate').to.be.a('string');
  },
);
