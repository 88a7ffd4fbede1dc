import fc from 'fast-check';
import { type Operation, procedure } from './operation';

/** How many servers the pool has, and what is done to it. */
export interface Plan {
  readonly servers: number;
  readonly operations: readonly Operation[];
}

const MOST_SERVERS = 4;
const MOST_PARTS = 14;

/**
 * Plans at random: single operations, and parts of the procedure in its order with this and that left out, so that
 * more than beginnings are reached. They shrink to fewer servers and fewer operations.
 */
export function plans(): fc.Arbitrary<Plan> {
  const parts = fc.oneof(
    { arbitrary: operation().map((one) => [one]), weight: 3 },
    { arbitrary: fc.subarray([...procedure(MOST_SERVERS)]), weight: 1 },
  );
  return fc
    .tuple(fc.integer({ min: 1, max: MOST_SERVERS }), fc.array(parts, { maxLength: MOST_PARTS, size: 'max' }))
    .map(([servers, chosen]) => ({ servers, operations: chosen.flat() }));
}

function operation(): fc.Arbitrary<Operation> {
  const server = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);
  const on = <K extends 'trust' | 'import-chain' | 'import-response' | 'assign' | 'start' | 'own-certificate'>(
    kind: K,
  ) => server.map((place) => ({ kind, server: place }) as const);
  return fc.oneof<fc.Arbitrary<Operation>[]>(
    fc.constant({ kind: 'set-up' }),
    on('trust'),
    fc.record({ kind: fc.constant('request' as const), server, exportable: fc.boolean() }),
    fc.record({
      kind: fc.constant('send' as const),
      answer: fc.constantFrom('issued', 'issued', 'approved', 'denied'),
    }),
    on('import-response'),
    fc.record({
      kind: fc.constant('export' as const),
      server,
      how: fc.constantFrom('with-key', 'without-key', 'delete-key'),
    }),
    fc.record({
      kind: fc.constant('import-exported' as const),
      server,
      password: fc.constantFrom('right', 'right', 'wrong'),
    }),
    on('assign'),
    on('start'),
    on('import-chain'),
    on('own-certificate'),
    fc.record({ kind: fc.constant('set-clock' as const), server, way: fc.constantFrom('slow', 'fast') }),
    fc.record({ kind: fc.constant('pass' as const), days: fc.constantFrom(1, 30, 400, 1100) }),
    fc.constant({ kind: 'revoke' }),
    fc.constant({ kind: 'renew-authority' }),
    fc.constant({ kind: 'delete-exported' }),
  );
}
