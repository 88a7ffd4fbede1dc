import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { windowOn } from '../../src/operator/console';
import { internalAuthority } from '../../src/operator/logons';
import { newestRequest, submitToPublicAuthority } from '../../src/operator/tasks/authority';
import { retrieveWithCertreq, submitWithCertreq } from '../../src/operator/tasks/certreq';
import { submitOnPortal } from '../../src/operator/tasks/portal';
import { downloadFromSite, openRequestPage, submitOnSite } from '../../src/operator/tasks/request-page';
import { waitingRequests, withRequestFile } from '../../src/products/lync-server-2013/continuation/waiting-requests';
import { createRequest, type RequestChoices } from '../../src/products/lync-server-2013/tasks/request';
import { importResponse, requestOn, sendTo } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { machineOf } from '../../src/windows/machine';
import type { AccountRole } from '../../src/world/environment';
import { FeatureError } from '../support/feature-error';
import { holdersOf, pendingEntry } from '../support/observations/observations';
import { dispositionOf, requestFacts } from '../support/observations/request-facts';
import { optionsOf, textsOf } from '../support/observations/window-texts';
import type { AuthorityOperation } from '../support/phrases/authority-operations';
import { LIST, listOf, PAIRS, pairsOf, TEXT } from '../support/tables';
import { offersTemplates } from '../support/template-selection';
import type { RehearsalWorld } from '../support/world';
import { progressed } from './support/progress';

/** Steps about the request: created on a server, submitted to the authority, answered. */

Given('{server} has made a request, and {progress}', function (this: RehearsalWorld, server: string, progress: string) {
  this.act((console) => progressed(requestOn(console, server), server, progress));
});

When(
  'the authority has not answered the request that waits on {server}, and its file is on the internal server',
  function (this: RehearsalWorld, server: string) {
    const [request] = waitingRequests(this.deployment, this.pool);
    if (!request) throw new FeatureError(`no request waits on ${server}`);
    this.suppose((deployment) => withRequestFile(deployment, request.text));
  },
);

When(
  'the operator {makes} a request {requestChoice}',
  function (this: RehearsalWorld, _: string, choices: RequestChoices) {
    this.attempt((console) => createRequest(console, choices));
  },
);

When(
  'the operator {submits} the request {attributeChoice}',
  function (this: RehearsalWorld, _: string, attributes: readonly string[]) {
    this.attempt((console) => submitWithCertreq(console, attributes));
  },
);

When(
  '{manager} {authorityOperation}',
  function (this: RehearsalWorld, role: AccountRole, operation: AuthorityOperation) {
    this.attempt((console) => operation(console, role));
  },
);

When('the operator fetches the certificate of {requestReference}', function (this: RehearsalWorld, newest: boolean) {
  this.attempt((console) => retrieveWithCertreq(console, newest ? newestRequest(this.deployment).id : 999));
});

When(
  'the request {is} submitted again and its response imported on {server}',
  function (this: RehearsalWorld, _: string, on: string) {
    this.attempt((console) => importResponse(sendTo(console, on, internalAuthority(console)), on));
  },
);

When('the operator asks the site for a new request over {word}', function (this: RehearsalWorld, scheme: string) {
  this.attempt((console) => openRequestPage(console, scheme === 'http' ? 'http' : 'https'));
});

When('the operator {submits} the request on the site', function (this: RehearsalWorld, _: string) {
  this.attempt(submitOnSite);
});

When('the operator downloads {webFile}', function (this: RehearsalWorld, target: (id: number) => string) {
  this.attempt((console) => downloadFromSite(console, target(newestRequest(this.deployment).id)));
});

Then('the site answers {string}', function (this: RehearsalWorld, answer: string) {
  expect(textsOf(windowOn(this.console))).to.include(answer);
});

Then('the site offers {offered} template of the internal certificate', function (this: RehearsalWorld, some: boolean) {
  const title = offersTemplates(this.deployment, this.text('{template}')) ?? '';
  expect(optionsOf(windowOn(this.console)).includes(title)).to.equal(some);
});

When('the request is sent to {authority}', function (this: RehearsalWorld, authority: string) {
  this.attempt((console) => submitToPublicAuthority(console, authority));
});

When(
  'the operator submits the request {string} on the portal of {authority}, and saves {string} and {string}',
  function (this: RehearsalWorld, request: string, portal: string, certificate: string, chain: string) {
    const files = { request: this.text(request), certificate: this.text(certificate), chain: this.text(chain) };
    this.act((console) => submitOnPortal(console, { portal, ...files }));
  },
);

Then('the request is {disposition}', function (this: RehearsalWorld, expected: string) {
  expect(dispositionOf(newestRequest(this.deployment))).to.equal(expected);
});

Then('no request is pending on {server}', function (this: RehearsalWorld, on: string) {
  expect(machineOf(this.deployment, on).stores.LocalMachine.REQUEST).to.deep.equal([]);
});

Then('the request on {server} is for:', PAIRS, function (this: RehearsalWorld, server: string, table: DataTable) {
  const facts = requestFacts(this.deployment, server);
  for (const [property, value] of pairsOf(table)) expect(facts[property], property).to.equal(this.text(value));
});

Then('the request on {server} is for other names than those of the pool', function (this: RehearsalWorld, on: string) {
  expect(requestFacts(this.deployment, on).names?.split(', ')).not.to.include(this.pool.fqdn);
});

Then('only {server} holds the private key of the request', function (this: RehearsalWorld, server: string) {
  const { certificate } = pendingEntry(this.deployment, server);
  expect(holdersOf(this.deployment, certificate.publicKeyId)).to.deep.equal([server]);
});

Then('its disposition message is:', TEXT, function (this: RehearsalWorld, expected: string) {
  const { disposition } = newestRequest(this.deployment);
  expect(disposition.kind === 'denied' ? disposition.message : disposition.kind).to.equal(expected);
});

Then('the site lists these certificates of the authority:', LIST, function (this: RehearsalWorld, table: DataTable) {
  const names = listOf(table).map((name) => this.text(name));
  expect(optionsOf(windowOn(this.console))).to.deep.equal(names);
});
