import fc from 'fast-check';
import type { SnapInImport } from '../operator/tasks/certificate-export';
import {
  type ChainImport,
  type Elsewhere,
  type ExportChoice,
  type OnServer,
  type Operation,
  procedure,
} from './operation';
import type { Setting } from './setting';
import { settings } from './settings';

/** What a deployment is like, and what is done to it. */
export interface Plan {
  readonly setting: Setting;
  readonly operations: readonly Operation[];
}

const MOST_SERVERS = 8;
const MOST_PARTS = 14;

/** The first servers of a pool oftener than the others, which most pools do not have. */
const PLACES = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7];
const CHAIN_IMPORTS: readonly ChainImport[] = [
  'as the document says',
  'each certificate by its type',
  'into the stores of a user',
];
const SNAP_IN_IMPORTS: readonly SnapInImport[] = [
  'leaving the key unmarked',
  'marking the key as exportable',
  'among the trusted roots',
];
const EXPORTS: readonly ExportChoice[] = ['with-key', 'with-key', 'without-key', 'delete-key', 'empty-password'];

/** The procedure for so many servers is gone through in part; in smaller pools the rest of it is left out. */
const PROCEDURES = [2, 4, MOST_SERVERS];

/**
 * Plans at random: single operations, and parts of the procedure in its order with this and that left out, so that
 * more than beginnings are reached. They shrink to a plain setting, fewer servers and fewer operations.
 */
export function plans(): fc.Arbitrary<Plan> {
  const procedures = PROCEDURES.map((servers) => fc.subarray([...procedure(servers)]));
  const parts = fc.oneof(
    { arbitrary: operation().map((one): readonly Operation[] => [one]), weight: 3 },
    { arbitrary: fc.oneof(...procedures), weight: 1 },
  );
  return fc
    .tuple(settings(), fc.array(parts, { maxLength: MOST_PARTS, size: 'max' }))
    .map(([setting, chosen]) => ({ setting, operations: chosen.flat() }));
}

function operation(): fc.Arbitrary<Operation> {
  return fc.oneof({ arbitrary: anywhere(), weight: 9 }, { arbitrary: onServer(), weight: 16 });
}

const manager = fc.constantFrom(
  'certificate-manager' as const,
  'certificate-manager' as const,
  'ordinary-user' as const,
);

function anywhere(): fc.Arbitrary<Operation> {
  const answer = fc.constantFrom('issued', 'issued', 'issued', 'approved', 'pending', 'denied');
  return fc.oneof<fc.Arbitrary<Operation>[]>(
    fc.constant({ kind: 'set-up' }),
    fc.constant({ kind: 'set-up-all' }),
    fc.record({ kind: fc.constant('send'), answer }),
    fc.record({ kind: fc.constant('send'), answer }),
    fc.record({ kind: fc.constant('decide'), decision: fc.constantFrom('issue', 'issue', 'deny'), by: manager }),
    fc.record({ kind: fc.constant('renew'), name: fc.constantFrom('another', 'the same') }),
    fc.record({ kind: fc.constant('pass'), days: fc.constantFrom(1, 30, 400, 1100) }),
    fc.record({ kind: fc.constant('revoke'), by: manager }),
    fc.constant({ kind: 'renew-authority' }),
    fc.record({ kind: fc.constant('lose'), file: fc.constantFrom('request', 'response') }),
    fc.constant({ kind: 'delete-exported' }),
    elsewhere(),
  );
}

/** Most settings have one pool, and then it is left out. */
function elsewhere(): fc.Arbitrary<Operation> {
  const what = fc.oneof<fc.Arbitrary<Unplaced<Elsewhere>>[]>(
    fc.constant({ kind: 'trust' }),
    fc.record({ kind: fc.constant('import-chain'), how: fc.constantFrom(...CHAIN_IMPORTS) }),
    fc.constant({ kind: 'move-intermediates' }),
    fc.record({ kind: fc.constant('import-exported'), password: fc.constantFrom('right', 'wrong') }),
    fc.constant({ kind: 'assign' }),
    fc.constant({ kind: 'start' }),
    fc.record({ kind: fc.constant('set-clock'), way: fc.constantFrom('slow', 'fast') }),
  );
  return fc
    .tuple(fc.constantFrom(0, 0, 1), what)
    .map(([server, one]) => ({ kind: 'elsewhere', operation: { ...one, server } }));
}

type Unplaced<O = OnServer> = O extends OnServer ? Omit<O, 'server'> : never;

function onServer(): fc.Arbitrary<Operation> {
  const what = fc.oneof<fc.Arbitrary<Unplaced>[]>(
    fc.constant({ kind: 'trust' }),
    fc.record({ kind: fc.constant('import-chain'), how: fc.constantFrom(...CHAIN_IMPORTS) }),
    fc.constant({ kind: 'move-intermediates' }),
    fc.record({ kind: fc.constant('request'), exportable: fc.boolean() }),
    fc.constant({ kind: 'import-as-user' }),
    fc.record({ kind: fc.constant('abandon'), what: fc.constantFrom('wizard', 'request', 'import') }),
    fc.record({
      kind: fc.constant('import-response'),
      how: fc.constantFrom('wizard', 'wizard', 'snap-in', 'cut short'),
    }),
    fc.record({ kind: fc.constant('import-response'), how: fc.constantFrom('wizard', 'snap-in') }),
    fc.record({ kind: fc.constant('export'), how: fc.constantFrom(...EXPORTS) }),
    fc.record({ kind: fc.constant('import-exported'), password: fc.constantFrom('right', 'right', 'wrong', 'none') }),
    fc.record({ kind: fc.constant('import-exported'), password: fc.constant('right') }),
    fc.record({ kind: fc.constant('import-with-snap-in'), choice: fc.constantFrom(...SNAP_IN_IMPORTS) }),
    fc.constant({ kind: 'rejoin' }),
    fc.constant({ kind: 'assign' }),
    fc.constant({ kind: 'start' }),
    fc.constant({ kind: 'own-certificate' }),
    fc.constant({ kind: 'external' }),
    fc.record({ kind: fc.constant('set-clock'), way: fc.constantFrom('slow', 'fast') }),
  );
  return fc.tuple(fc.constantFrom(...PLACES), what).map(([server, one]) => ({ ...one, server }));
}
