import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import type { RehearsalWorld } from '../support/world';
import { replicationSays } from './support/replication';

/** Steps about the replication from the Front End Server. */

Then(
  'replication to {servers} {replication}',
  function (this: RehearsalWorld, servers: readonly string[], says: string) {
    for (const server of servers) expect(replicationSays(this, server, says), server).to.equal(says);
  },
);
