import fc from 'fast-check';
import type { Operation, ServerAction } from '../operation';
import { POOL_TABLE } from './pool-table';
import { SERVER_TABLE } from './server-table';

/** The first servers of a pool occur more often than the others, which most pools do not have. */
const POSITIONS = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7];

/** Random operations; those on one server occur more often than the others. */
export function randomOperations(): fc.Arbitrary<Operation> {
  const onPool = Object.values(POOL_TABLE).flatMap((one): readonly fc.Arbitrary<Operation>[] => one.random);
  const actions = Object.values(SERVER_TABLE).flatMap((one): readonly fc.Arbitrary<ServerAction>[] => one.random);
  const onServer = fc
    .tuple(fc.constantFrom(...POSITIONS), fc.oneof(...actions))
    .map(([server, action]): Operation => ({ ...action, server }));
  return fc.oneof({ arbitrary: fc.oneof(...onPool), weight: 9 }, { arbitrary: onServer, weight: 16 });
}

/** Every operation on a pool with that number of servers, with few parameters each. */
export function everyOperation(servers: number): readonly Operation[] {
  const onPool = Object.values(POOL_TABLE).flatMap((one): readonly Operation[] => one.exhaustive);
  const actions = Object.values(SERVER_TABLE).flatMap((one): readonly ServerAction[] => one.exhaustive);
  const positions = Array.from({ length: servers }, (_, position) => position);
  return [...onPool, ...positions.flatMap((server) => actions.map((action): Operation => ({ ...action, server })))];
}
