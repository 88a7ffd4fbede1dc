import { defineParameterType } from '@cucumber/cucumber';
import { replicationAsked, replicationStatus } from '../../../src/products/lync-server-2013/replication-status';
import type { RehearsalWorld } from '../../support/world';

defineParameterType({
  name: 'replication',
  regexp: /is up to date|fails with event \d+(?: and [A-Z_]+)?/,
  transformer: (phrase: string) => phrase,
});

/** The replication status of a server: `is up to date`, `fails with event 1015 and SEC_E_UNTRUSTED_ROOT`. */
export function replicationSays(world: RehearsalWorld, server: string, asked: string): string {
  const status = replicationStatus(world.console, server);
  world.asked.push(replicationAsked(world.console, server, status));
  if (status.upToDate) return 'is up to date';
  const symbol = /[A-Z]+_[A-Z_]+/.exec(status.event.message)?.[0];
  const named = asked.includes(' and ') && symbol ? ` and ${symbol}` : '';
  return `fails with event ${status.event.id}${named}`;
}
