import fc from 'fast-check';
import type { ScenarioAction } from '../../../../exploration/scenario-action';
import type { Deployment } from '../../../../world/deployment';
import type { Pool } from '../../../../world/topology';

import type { SecondPoolKind, ServerAction, ServerKind, ServerOperation } from '../operation';
import { harmless, type PoolDefinition, unchanged, unpredictable } from './definition';
import { SERVER_TABLE } from './server-table';
import { CHAIN_IMPORTS } from './trust/import-chain';

/** An operation on a server of the second pool; not in a setting with one pool. */
export const elsewhere: PoolDefinition<'elsewhere'> = {
  random: [
    fc
      .tuple(fc.constantFrom(0, 0, 1), secondPoolActions())
      .map(([server, action]) => ({ kind: 'elsewhere', operation: { ...action, server } })),
  ],
  exhaustive: [],
  actions: ({ operation }, { deployment }) => {
    const [, second] = deployment.pools;
    return second ? actionsOnServer(operation, second, deployment) : null;
  },
  effect: harmless,
  scope: 'second pool',
  predict: unpredictable,
  next: unchanged,
};

function secondPoolActions(): fc.Arbitrary<ServerAction<SecondPoolKind>> {
  return fc.oneof<fc.Arbitrary<ServerAction<SecondPoolKind>>[]>(
    fc.constant({ kind: 'trust' }),
    fc.record({ kind: fc.constant('import-chain'), how: fc.constantFrom(...CHAIN_IMPORTS) }),
    fc.constant({ kind: 'move-intermediates' }),
    fc.record({ kind: fc.constant('import-exported'), password: fc.constantFrom('right', 'wrong') }),
    fc.constant({ kind: 'assign' }),
    fc.constant({ kind: 'start' }),
    fc.record({ kind: fc.constant('set-clock'), way: fc.constantFrom('slow', 'fast') }),
  );
}

/** The actions of an operation on a server of that pool; null where the pool has no such server. */
export function actionsOnServer<K extends ServerKind>(
  operation: ServerOperation<K>,
  pool: Pool,
  deployment: Deployment,
): readonly ScenarioAction[] | null {
  const server = pool.servers[operation.server];
  return server === undefined ? null : SERVER_TABLE[operation.kind].actions(operation, { deployment, pool, server });
}
