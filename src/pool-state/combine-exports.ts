import { InputError } from '../input-error';
import { storeByType } from '../windows/certificate-store';
import { certificateFrom } from '../x509/certificate';
import type { AssignedCertificate } from './exports/cs-objects';
import type { Export } from './exports/read-export';
import { mergedStores } from './merged-stores';
import type { ServerState, StateEntry, StateReplica, StateStore } from './server-state';

/** What the files of a pool say together. */
export interface PoolExports {
  /** one state for each server */
  readonly states: readonly ServerState[];
  /** the files of each state, in the order of the states */
  readonly files: readonly (readonly string[])[];
  readonly replication: readonly StateReplica[];
}

/** A file, with the server that its place or the command line names. */
export interface PlacedExport extends Export {
  /** the server of `NAME=PATH` */
  readonly given: string | null;
  /** names that may be those of the server: of the folders and of the file, the nearest first */
  readonly places: readonly string[];
}

/** Where the names of the servers are from, for messages about an unknown server. */
export interface ServerList {
  readonly from: string;
  /** what to do if it does not have a server */
  readonly advice: string;
}

const ENVIRONMENT: ServerList = {
  from: 'the environment',
  advice: 'give the environment file of your pool with --environment',
};

/**
 * One state for each server that the files speak of. `servers` are the known names. Certificates without a server complete
 * the descriptions of every server. Throws an InputError for a file of an unknown server, and for files that contradict
 * each other.
 */
export function combineExports(
  exports: readonly PlacedExport[],
  servers: readonly string[],
  list = ENVIRONMENT,
): PoolExports {
  const named = exports.map((one) => ({ ...one, server: serverOf(one, servers, list) }));
  const lost = named.find((one) => one.server === null && !isForEveryServer(one));
  if (lost) throw new InputError(withoutServer(lost.file, servers));
  const found = [...new Set(named.flatMap(({ server }) => server ?? []))];
  const ders = dersIn(named);
  const groups = found.map((server) => named.filter((one) => one.server === server && !isReplicationOnly(one)));
  const full = groups.filter((group) => group.length > 0);
  const [first] = named;
  if (full.length === 0 && first) throw new InputError(withoutServer(first.file, servers));
  return {
    states: full.map((group) => stateOf(group, ders)),
    files: full.map((group) => group.map(({ file }) => file)),
    replication: named.flatMap(({ replication }) => replication ?? []),
  };
}

function isReplicationOnly({ replication, state, stores, others, assigned }: Export): boolean {
  return replication !== null && !state && assigned === null && stores.length + others.length === 0;
}

/** Replication names its servers itself, and certificates alone complete the descriptions of any server. */
function isForEveryServer(one: Export): boolean {
  return isReplicationOnly(one) || (!one.state && one.assigned === null && one.stores.length === 0);
}

function withoutServer(file: string, servers: readonly string[]): string {
  return (
    `${file}: nothing says of which server this file is; put it into a folder with the name of the server, ` +
    `or write NAME=${file}; servers: ${servers.join(', ')}`
  );
}

/** The server by the content, else by the command line, else by the place. A short name counts if only one server has it. */
function serverOf(one: PlacedExport, servers: readonly string[], { from, advice }: ServerList): string | null {
  const known = (name: string): string | undefined => {
    const wanted = name.toLowerCase();
    const short = servers.filter((server) => server.toLowerCase().split('.')[0] === wanted);
    return servers.find((server) => server.toLowerCase() === wanted) ?? (short.length === 1 ? short[0] : undefined);
  };
  const required = (name: string): string => {
    const found = known(name);
    if (found) return found;
    throw new InputError(`${one.file}: ${from} has no server ${name}; have ${servers.join(', ')}; ${advice}`);
  };
  const given = one.given === null ? null : required(one.given);
  const said = one.server === null ? null : required(one.server);
  if (given !== null && said !== null && given !== said) {
    throw new InputError(`${one.file}: the file is of ${said}, and not of ${given}`);
  }
  return said ?? given ?? one.places.flatMap((place) => known(place) ?? [])[0] ?? null;
}

/** The certificates of all files by their thumbprints. */
function dersIn(exports: readonly PlacedExport[]): ReadonlyMap<string, string> {
  const entries = exports.flatMap(({ others, state }) => [
    ...others,
    ...(state?.stores ?? []).flatMap(({ certificates }) => certificates),
  ]);
  return new Map(entries.flatMap(({ der }) => (der === null ? [] : [[thumbprintOf(der), der] as const])));
}

function thumbprintOf(der: string): string {
  return certificateFrom(Buffer.from(der, 'base64')).thumbprint;
}

function stateOf(group: readonly PlacedExport[], ders: ReadonlyMap<string, string>): ServerState {
  const whole = group.find(({ state }) => state);
  const other = group.find((one) => one !== whole && !isForEveryServer(one));
  if (whole?.state && !other) return whole.state;
  const server = group[0]?.server ?? '';
  if (whole && other) {
    const advice = 'the state of the script is complete; give the newer file only';
    throw new InputError(`there are two states of ${server}: ${whole.file} and ${other.file}; ${advice}`);
  }
  return {
    ...UNKNOWN_STATE,
    server,
    stores: storesIn(group, server).map((one) => ({ ...one, certificates: one.certificates.map(completedWith(ders)) })),
    assigned: assignedIn(group),
  };
}

const UNKNOWN_STATE = {
  format: 'rehearse-server-state',
  version: 1,
  windows: null,
  clock: { utc: null, offset: null },
  distributedRoots: null,
  registry: null,
  keyFiles: null,
  replication: null,
} as const;

function completedWith(ders: ReadonlyMap<string, string>): (entry: StateEntry) => StateEntry {
  return (entry) => {
    const der = entry.described && ders.get(entry.described.thumbprint);
    if (der === undefined) return entry;
    const { described: _, ...rest } = entry;
    return { ...rest, der };
  };
}

/** The listed stores, and what else is known: assigned certificates, and certificates that belong into a store. */
function storesIn(group: readonly PlacedExport[], server: string): StateStore[] {
  const listed = mergedStores(
    group.flatMap(({ stores, file }) => stores.map((store) => ({ ...store, file }))),
    server,
  );
  const loose = [
    ...group.flatMap(({ assigned }) => (assigned ?? []).map(assignedEntry)),
    ...group.flatMap(({ others }) => others.map((entry) => ({ store: usualStore(entry), entry }))),
  ];
  return (['My', 'Root', 'CA', 'REQUEST'] as const).reduce<StateStore[]>((stores, store) => {
    const own = loose.flatMap((one) => (one.store === store ? [one.entry] : []));
    const known = stores.find((one) => one.location === 'LocalMachine' && one.store === store);
    if (own.length === 0 || (known && known.isComplete !== false)) return stores;
    const added = { location: 'LocalMachine', store, isComplete: false, certificates: own } as const;
    const both = [...(known ? [known] : []), added].map((one) => ({ ...one, file: '' }));
    return [...stores.filter((one) => one !== known), ...mergedStores(both, server)];
  }, listed);
}

function assignedEntry({ description }: AssignedCertificate) {
  return { store: 'My', entry: { der: null, described: description, friendlyName: null } } as const;
}

/** Where Windows puts a certificate: the place is assumed, and nothing about the store is concluded from it. */
function usualStore({ der, described }: StateEntry): StateStore['store'] {
  if (der !== null) return storeByType(certificateFrom(Buffer.from(der, 'base64')));
  return described?.isCa ? (described.isRoot ? 'Root' : 'CA') : 'My';
}

function assignedIn(group: readonly PlacedExport[]): Record<string, string> | null {
  const lists = group.flatMap(({ assigned }) => (assigned === null ? [] : [assigned]));
  if (lists.length === 0) return null;
  return Object.fromEntries(lists.flat().map(({ use, description }) => [use, description.thumbprint]));
}
