import { defineParameterType } from '@cucumber/cucumber';
import { replicationAsked, replicationStatus } from '../../../src/products/lync-server-2013/replication-status';
import type { RehearsalWorld } from '../../support/world';

defineParameterType({
  name: 'replication',
  regexp: /is up to date|fails with event \d+(?: and [A-Z_]+)?|fails with [A-Z]+_[A-Z_]+/,
  transformer: (phrase: string) => phrase,
});

/**
 * The replication status of a server: `is up to date`, `fails with event 1015 and SEC_E_UNTRUSTED_ROOT`, or only the code,
 * if a feature names no event.
 */
export function replicationSays(world: RehearsalWorld, server: string, asked: string): string {
  const status = replicationStatus(world.console, server);
  world.asked.push(replicationAsked(world.console, server, status));
  if (status.upToDate) return 'is up to date';
  const symbol = /[A-Z]+_[A-Z_]+/.exec(status.event.message)?.[0];
  if (symbol && !asked.includes('event')) return `fails with ${symbol}`;
  const named = asked.includes(' and ') && symbol ? ` and ${symbol}` : '';
  return `fails with event ${status.event.id}${named}`;
}
