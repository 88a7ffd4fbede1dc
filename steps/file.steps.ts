import { Given, Then, When } from '@cucumber/cucumber';
import { carryFile, plugIn } from '../src/operator/transport';
import { expectContent } from './support/file-content';
import type { FileContent } from './support/phrases';
import type { RehearsalWorld } from './support/world';

/** Files: who has them, what is in them, how they travel. */

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
    const carry = (on: string) => (d: typeof this.deployment) => carryFile(d, { on: from, path }, { on, path });
    this.act((console) => to.reduce((c, on) => ({ ...c, deployment: carry(on)(c.deployment) }), console));
  },
);

Then(
  'the file {string} on {servers} holds {content}',
  function (this: RehearsalWorld, file: string, servers: readonly string[], content: FileContent) {
    const path = this.text(file);
    for (const on of servers) expectContent(this.deployment, { on, path }, content);
  },
);
