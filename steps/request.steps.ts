import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import {
  createRequest,
  newestRequest,
  type RequestChoices,
  submitToPublicAuthority,
  submitWithCertreq,
} from '../src/operator/tasks/request';
import { requestOn } from '../src/operator/tasks/whole-procedure';
import { holdersOf, pendingEntry } from './support/observations';
import { progressed } from './support/progress';
import { dispositionOf, requestFacts } from './support/request-facts';
import { pairsOf } from './support/tables';
import type { RehearsalWorld } from './support/world';

/** The request: made on a server, submitted to the authority, answered. */

Given('{server} has made a request, and {progress}', function (this: RehearsalWorld, server: string, progress: string) {
  this.act((console) => progressed(requestOn(console, server), server, progress));
});

When('the operator makes a request {requestChoice}', function (this: RehearsalWorld, choices: RequestChoices) {
  this.attempt((console) => createRequest(console, choices));
});

When('the operator submits the request {templateChoice}', function (this: RehearsalWorld, template: string | null) {
  this.attempt((console) => submitWithCertreq(console, template));
});

When('the request is sent to {authority}', function (this: RehearsalWorld, authority: string) {
  this.attempt((console) => submitToPublicAuthority(console, authority));
});

Then('the request is {disposition}', function (this: RehearsalWorld, expected: string) {
  expect(dispositionOf(newestRequest(this.deployment))).to.equal(expected);
});

Then('the request on {server} is for:', function (this: RehearsalWorld, server: string, table: DataTable) {
  const facts = requestFacts(this.deployment, server);
  for (const [property, value] of pairsOf(table)) expect(facts[property], property).to.equal(this.text(value));
});

Then('only {server} holds the private key of the request', function (this: RehearsalWorld, server: string) {
  const { certificate } = pendingEntry(this.deployment, server);
  expect(holdersOf(this.deployment, certificate.publicKeyId)).to.deep.equal([server]);
});
