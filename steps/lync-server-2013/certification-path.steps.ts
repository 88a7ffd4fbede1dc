import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { pathOf } from '../../src/adcs/authority';
import { inside } from '../../src/operator/logons';
import {
  carryChain,
  downloadChain,
  exportChain,
  importChain,
  openComputerCertificates,
} from '../../src/operator/tasks/certification-path';
import { moveIntermediates } from '../../src/operator/tasks/repair';
import { trust } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { issuingAuthority } from '../../src/world/deployment';
import { askOn } from '../support/observations/asking';
import { fileOn, rootsTrustedOn } from '../support/observations/observations';
import type { Tier } from '../support/phrases/tier';
import type { RehearsalWorld } from '../support/world';

/** Steps about the certification path of the issuing authority, and the machines that trust its root. */

Given(
  'the certification path of the issuing authority is in {string} on {servers}',
  function (this: RehearsalWorld, file: string, servers: readonly string[]) {
    const [{ on: from }, path] = [inside(this.console), this.text(file)];
    this.act(this.at(from, (console) => downloadChain(console)));
    this.act((console) => servers.filter((on) => on !== from).reduce(carryChain, console));
    for (const on of servers) expect(fileOn(this.deployment, on, path).certificates, on).not.to.have.lengthOf(0);
  },
);

Given('{servers} trust(s) the issuing authority', function (this: RehearsalWorld, servers: readonly string[]) {
  this.act((console) => servers.reduce(trust, console));
});

When('the operator downloads the chain over {word}', function (this: RehearsalWorld, scheme: string) {
  this.attempt((console) => downloadChain(console, scheme === 'http' ? 'http' : 'https'));
});

When('the operator opens the certificates of the computer', function (this: RehearsalWorld) {
  this.attempt(openComputerCertificates);
});

When(
  'the operator {exports} the certificate of {tier} with its certification path',
  function (this: RehearsalWorld, _: string, { store, name }: Tier) {
    this.attempt((console) => exportChain(console, store, name));
  },
);

When(
  'the chain {is} imported on {servers} {chainChoice}',
  function (this: RehearsalWorld, _: string, servers: readonly string[], choice: string) {
    this.attempt((console) => servers.reduce((c, on) => this.at(on, (one) => importChain(one, choice))(c), console));
  },
);

When(
  'the intermediate authorities on {servers} are moved to their own store',
  function (this: RehearsalWorld, servers: readonly string[]) {
    this.act((console) => servers.reduce((c, on) => this.at(on, moveIntermediates)(c), console));
  },
);

Then(
  '{servers} {trusting} the root of the issuing authority',
  function (this: RehearsalWorld, servers: readonly string[], trusted: boolean) {
    const root = pathOf(issuingAuthority(this.deployment)).at(-1)?.thumbprint ?? '';
    for (const on of servers) expect(rootsTrustedOn(this.deployment, on).includes(root), on).to.equal(trusted);
    askOn(this, servers, 'certutil -store Root');
  },
);
