import type { Instant } from '../determinism';
import { InputError } from '../input-error';
import { DEFAULT_CLOCK } from '../world/environment-file/environment-defaults';
import type { Path } from '../world/environment-file/environment-document';
import { type EnvironmentDraft, withValue } from '../world/environment-file/environment-draft';
import { textsAt, valueAt } from '../world/environment-file/environment-values';
import { observedAuthorities } from './observed-authorities';
import { instantText, type ObservedEntry, readFrom } from './observed-entry';
import { type ObservedCertificate, observedCertificate } from './observed-pki';
import { windowsIn } from './pool-deployment';
import type { ServerState } from './server-state';

/** Which certificates tell the authorities: those of the pools, or else that of the internal server. */
export interface ObservedUses {
  /** the use of the certificates of the pools */
  readonly pool: string;
  /** the use of the certificate of the internal server */
  readonly internal: string;
}

/**
 * The draft with what the states of its servers say: the clock, the versions of Windows, the subject, the authorities
 * and the template. Throws an InputError for a state of a server that the draft does not have.
 */
export function withStates(
  draft: EnvironmentDraft,
  states: readonly ServerState[],
  uses: ObservedUses,
): EnvironmentDraft {
  if (states.length === 0) return draft;
  const timed = states.find(({ clock }) => clock.utc !== null);
  const utc = timed?.clock.utc ?? null;
  const now = utc === null ? startOf(draft.values) : Date.parse(utc) - (timed?.clock.offset ?? 0);
  const servers = serversIn(draft.values);
  const entries: readonly ObservedEntry[] = [
    ...(timed ? [[['clock'], instantText(now), readFrom(timed.server)] as const] : []),
    ...states.flatMap((state) => windowsEntries(state, servers)),
    ...pkiEntries(draft, states, uses, now),
  ];
  return entries.reduce((built, entry) => withValue(built, ...entry), draft);
}

/** The servers of a draft: those of its pools, and the internal server. */
export function serversOf({ values }: EnvironmentDraft): readonly string[] {
  return [...serversIn(values).keys()];
}

/** When the draft begins. */
function startOf(values: unknown): Instant {
  return Date.parse(String(valueAt(values, ['clock']) ?? DEFAULT_CLOCK));
}

/** The paths of the servers in a draft, by name. */
function serversIn(values: unknown): ReadonlyMap<string, Path> {
  const found = [...textsAt(values, 'internalServer.fqdn'), ...textsAt(values, 'sites.*.pools.*.servers.*.fqdn')];
  return new Map(found.map(({ path, value }) => [value.toLowerCase(), path.slice(0, -1)]));
}

function windowsEntries(state: ServerState, servers: ReadonlyMap<string, Path>): readonly ObservedEntry[] {
  const path = servers.get(state.server.toLowerCase());
  if (path && state.windows === null) return [];
  if (path && state.windows)
    return [[[...path, 'windows'], windowsIn(state.windows, state.server), readFrom(state.server)]];
  throw new InputError(
    `the topology has no server ${state.server} in a pool, and it is not the internal server; servers: ${[...servers.keys()].join(', ')}; ` +
      'give the states of these servers',
  );
}

function pkiEntries(
  { values }: EnvironmentDraft,
  states: readonly ServerState[],
  uses: ObservedUses,
  now: Instant,
): readonly ObservedEntry[] {
  const pools = textsAt(values, 'sites.*.pools.*.fqdn').map(({ value }) => value);
  const internal = String(valueAt(values, ['internalServer', 'fqdn'])).toLowerCase();
  const members = states.filter(({ server }) => server.toLowerCase() !== internal);
  const own = members
    .map((state) => observedCertificate(states, state, uses.pool, pools))
    .filter((one) => one !== null);
  const others = states
    .filter((state) => !members.includes(state))
    .map((state) => observedCertificate(states, state, uses.internal, []))
    .filter((one) => one !== null);
  const [certificate] = own;
  const chain = [...own, ...others].find(({ authorities }) => authorities.length > 0);
  return [
    ...(certificate ? subjectEntries(certificate) : []),
    ...(chain ? observedAuthorities(values, chain, now) : []),
  ];
}

const SUBJECT = { O: 'name', OU: 'unit', L: 'city', S: 'state', C: 'country' } as const;

/** The subject and the key length of the certificate that is in use. */
function subjectEntries({ server, certificate }: ObservedCertificate): readonly ObservedEntry[] {
  const origin = readFrom(server, certificate);
  const parts = Object.entries(SUBJECT).flatMap(([type, name]): readonly ObservedEntry[] => {
    const value = certificate.subject.findLast((attribute) => attribute.type === type)?.value.trim();
    return value ? [[['organization', name], value, origin]] : [];
  });
  const isUsual = [1024, 2048, 4096].includes(certificate.keyBits) && certificate.keyAlgorithm === 'RSA';
  return [...parts, ...(isUsual ? [[['certificate', 'bitLength'], certificate.keyBits, origin] as const] : [])];
}
