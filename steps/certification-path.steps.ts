import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { issuingAuthority } from '../src/deployment/deployment';
import {
  carryChain,
  downloadChain,
  exportChain,
  importFile,
  openComputerCertificates,
} from '../src/operator/tasks/certification-path';
import { inside, trust } from '../src/operator/tasks/whole-procedure';
import { rootsTrustedOn } from './support/observations';
import type { RehearsalWorld } from './support/world';

/** The certification path of the issuing authority, and who trusts its root. */

Given(
  'the certification path of the issuing authority lies in {string} on {servers}',
  function (this: RehearsalWorld, _: string, servers: readonly string[]) {
    this.act(this.at(inside(this.console).on, (console) => downloadChain(console)));
    const others = servers.filter((server) => server !== inside(this.console).on);
    this.act((console) => others.reduce(carryChain, console));
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
  'the operator exports the certificate of the issuing authority with its certification path',
  function (this: RehearsalWorld) {
    const { name, superiors } = issuingAuthority(this.deployment);
    const store =
      superiors.length > 0 ? 'Intermediate Certification Authorities' : 'Trusted Root Certification Authorities';
    this.attempt((console) => exportChain(console, store, name));
  },
);

When('the chain {is} imported on {server}', function (this: RehearsalWorld, _: string, server: string) {
  const { chain } = this.deployment.environment.files;
  this.attempt(this.at(server, (console) => importFile(console, chain, 'Trusted Root Certification Authorities')));
});

Then(
  '{servers} trust(s) the root of the issuing authority',
  function (this: RehearsalWorld, servers: readonly string[]) {
    const { superiors, generations } = issuingAuthority(this.deployment);
    const root = superiors.at(-1) ?? generations[0]?.certificate;
    for (const server of servers) expect(rootsTrustedOn(this.deployment, server), server).to.include(root?.thumbprint);
  },
);
