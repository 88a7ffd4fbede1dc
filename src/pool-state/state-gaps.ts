import type { Fact } from '../fact';
import type { ServerState, StateKey } from './server-state';
import type { Unknown } from './unknown';
import { unknownFact } from './unknown-texts';

const SCRIPT = unknownFact('unknown-export.script');
const FOLDERS = unknownFact('unknown-export.folder');
const VERBOSE = unknownFact('unknown-export.verbose-store', { store: 'My' });
const ASSIGNMENTS = unknownFact('unknown-export.assignments');

/** What a state does not say about the server itself and its private keys. `isPeer`: other servers connect to it. */
export function stateGaps(state: ServerState, server: string, isPeer: boolean): readonly Unknown[] {
  const entries = state.stores.flatMap(({ certificates }) => certificates);
  const keys = entries.flatMap(({ key }) => key ?? []);
  const gap = (isMissing: boolean, codes: readonly string[], [reason, wanted]: readonly [Fact, Fact]) =>
    isMissing ? [{ codes, server, reason, wanted }] : [];
  return [
    ...gap(state.clock.offset === null, ['clock-skew'], [unknownFact('unknown.true-time'), SCRIPT]),
    ...gap(
      state.assigned === null,
      ['not-assigned', 'no-internal-certificate'],
      [unknownFact('unknown.assignments'), ASSIGNMENTS],
    ),
    ...gap(state.presented === undefined, ['restart-needed'], [unknownFact('unknown.presented'), SCRIPT]),
    ...gap(state.keyFiles === null, ['pfx-left-behind'], [unknownFact('unknown.disks'), FOLDERS]),
    ...KEY_GAPS.flatMap(([name, code, reason, wanted]) =>
      gap(
        keys.some((key) => lacks(key, name)),
        [code],
        [reason, wanted],
      ),
    ),
    ...gap(
      keys.some(({ kept }) => kept === 'unknown'),
      ['private-key-deleted', 'key-in-user-profile'],
      [unknownFact('unknown.key'), VERBOSE],
    ),
    ...(state.registry ? [] : registryGaps(server, isPeer)),
  ];
}

const KEY_GAPS = [
  ['matches', 'key-mismatch', unknownFact('unknown.key-match'), VERBOSE],
  ['provider', 'unsupported-key-provider', unknownFact('unknown.key-provider'), VERBOSE],
  ['exportable', 'key-not-exportable', unknownFact('unknown.key-export'), VERBOSE],
  ['readers', 'key-not-readable', unknownFact('unknown.key-readers'), SCRIPT],
] as const;

function lacks(key: StateKey, name: (typeof KEY_GAPS)[number][0]): boolean {
  return key.kept !== 'nowhere' && key[name] === null;
}

/** The registry decides about versions of TLS, for the peers too, and which roots a group policy leaves. */
function registryGaps(server: string, isPeer: boolean): readonly Unknown[] {
  const reason = { reason: unknownFact('unknown.registry'), wanted: SCRIPT };
  return [
    { codes: ['no-common-tls-version'], ...(isPeer ? {} : { server }), ...reason },
    { codes: ['root-not-trusted', 'peer-not-trusted'], server, ...reason, isOpen: true },
  ];
}
