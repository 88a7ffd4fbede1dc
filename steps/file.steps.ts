import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { carry } from '../src/operator/carrying';
import { plugIn } from '../src/operator/transport';
import { fileExists } from '../src/windows/file-system';
import { certificationPath } from '../src/x509/paths/certification-path';
import { askOn } from './support/observations/asking';
import { encodingOf, expectContent } from './support/observations/file-content';
import { fileOn } from './support/observations/observations';
import type { FileContent } from './support/phrases/phrases';
import type { RehearsalWorld } from './support/world';

/** Steps about files: their location, content and transport. */

Given(
  'the removable medium, if one is used, is plugged into {server}',
  function (this: RehearsalWorld, server: string) {
    this.suppose((deployment) => plugIn(deployment, server));
  },
);

When(
  'the file {string} {is} carried from {server} to {servers}',
  function (this: RehearsalWorld, file: string, _: string, from: string, to: readonly string[]) {
    const path = this.text(file);
    this.act((console) => to.reduce((c, on) => carry(c, path, from, on), console));
  },
);

Then(
  'there is no file {string} on {servers}',
  function (this: RehearsalWorld, file: string, servers: readonly string[]) {
    const path = this.text(file);
    for (const on of servers) expect(fileExists(this.deployment, on, path), on).to.equal(false);
  },
);

Then(
  'the file {string} on {server} is in {encoding} form',
  function (this: RehearsalWorld, file: string, on: string, encoding: string) {
    expect(encodingOf(this.deployment, { on, path: this.text(file) })).to.equal(encoding);
  },
);

Then(
  'the file {string} on {servers} holds {content}',
  function (this: RehearsalWorld, file: string, servers: readonly string[], content: FileContent) {
    const path = this.text(file);
    for (const on of servers) expectContent(this.deployment, { on, path }, content);
    // the dump of a protected file would show its password
    askOn(this, servers, /\.pfx$/i.test(path) ? `dir "${path}"` : `certutil -dump "${path}"`);
  },
);

Then(
  'the chain in the file {string} on {server} leads from the certificate to its root',
  function (this: RehearsalWorld, file: string, on: string) {
    const { certificates } = fileOn(this.deployment, on, this.text(file));
    const [certificate, ...others] = certificates;
    if (!certificate) throw new Error('the file holds no certificate');
    expect(certificationPath(certificate, others)).to.deep.equal({ certificates, complete: true });
  },
);
