import type { Operation } from './operation';
import type { Plan } from './sequences';

const SET_UP: Operation = { kind: 'set-up' };

/**
 * The plan with as few operations as still break the law: none can be left out any more, and a beginning that does no
 * more than set the pool up is one operation. Goes on where fast-check, which tries each part once, has stopped.
 */
export function shortened(plan: Plan, breaks: (plan: Plan) => boolean): Plan {
  const shorter = shorterThan(plan).find(breaks);
  return shorter ? shortened(shorter, breaks) : plan;
}

/** Fewer operations, in a pool of one server more where need be; else as many in a pool of one less. */
function shorterThan({ servers, operations }: Plan): readonly Plan[] {
  const without = operations.map((_, index) => ({ servers, operations: operations.toSpliced(index, 1) }));
  const ends = operations.slice(2).map((_, index) => operations.slice(index + 2));
  const folded = ends.toReversed().flatMap((end) => [
    { servers, operations: [SET_UP, ...end] },
    { servers: servers + 1, operations: [SET_UP, ...moved(end, 0, 1)] },
  ]);
  const smaller = Array.from({ length: servers - 1 }, (_, place) => ({
    servers: servers - 1,
    operations: moved(operations, place + 1, -1),
  }));
  return [...folded, ...without, ...smaller];
}

/** What is done on the servers from that place on is done so many places further. */
function moved(operations: readonly Operation[], from: number, by: number): readonly Operation[] {
  return operations.map((one) => ('server' in one && one.server >= from ? { ...one, server: one.server + by } : one));
}
