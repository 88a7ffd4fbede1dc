import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import { machineOf } from '../../src/windows/machine';
import { handshakeDelay } from '../../src/windows/registry/root-update';
import type { RehearsalWorld } from '../support/world';
import { replicationSays } from './support/replication';

/** Steps about the replication from the Front End Server. */

Then(
  'replication to {servers} {replication}',
  function (this: RehearsalWorld, servers: readonly string[], says: string) {
    for (const server of servers) expect(replicationSays(this, server, says), server).to.equal(says);
  },
);

Then('each handshake on {server} waits {int} seconds', function (this: RehearsalWorld, on: string, seconds: number) {
  expect(handshakeDelay(machineOf(this.deployment, on))).to.equal(seconds);
});
