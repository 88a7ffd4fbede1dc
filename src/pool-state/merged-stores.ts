import { InputError } from '../input-error';
import { certificateFrom } from '../x509/certificate';
import type { StateEntry, StateStore } from './server-state';

/** A store with the file that lists it. */
interface FiledStore extends StateStore {
  readonly file: string;
}

/**
 * One listing of each store. Two listings of a store are of the same certificates, or one of them is not complete. Throws
 * an InputError for two complete listings that differ.
 */
export function mergedStores(listings: readonly FiledStore[], server: string): StateStore[] {
  const keys = [...new Set(listings.map(keyOf))];
  return keys.map((key) => {
    const same = listings.filter((one) => keyOf(one) === key);
    const [first, ...others] = [...same].sort((one, other) => rank(one) - rank(other));
    if (!first) throw new Error(`no listing of ${key}`);
    const clash = others.find((one) => one.isComplete !== false && !sameCertificates(one, first));
    if (clash) throw new InputError(differing(first, clash, server));
    return others.reduce<StateStore>(merged, stripped(first));
  });
}

function keyOf({ location, store }: StateStore): string {
  return `${location} ${store}`;
}

/** The complete listings come first. */
function rank({ isComplete }: StateStore): number {
  return isComplete === false ? 1 : 0;
}

function stripped({ file: _, ...store }: FiledStore): StateStore {
  return store;
}

function sameCertificates(one: StateStore, other: StateStore): boolean {
  const names = (store: StateStore): string => store.certificates.map(thumbprintOf).sort().join(' ');
  return names(one) === names(other);
}

function differing({ file, store, location }: FiledStore, other: FiledStore, server: string): string {
  const user =
    location === 'LocalMachine' ? '; if one is of a user, keep the line of the command certutil -user in it' : '';
  return `${file} and ${other.file} list different certificates in the store ${store} of ${server}; give the newer one${user}`;
}

function merged(store: StateStore, other: StateStore): StateStore {
  const known = new Map(other.certificates.map((entry) => [thumbprintOf(entry), entry]));
  const own = store.certificates.map((entry) => {
    const more = known.get(thumbprintOf(entry));
    return more ? mergedEntry(entry, more) : entry;
  });
  if (store.isComplete !== false) return { ...store, certificates: own };
  const names = new Set(own.map(thumbprintOf));
  return { ...store, certificates: [...own, ...other.certificates.filter((one) => !names.has(thumbprintOf(one)))] };
}

/** The entry that says more, with what only the other one says. */
function mergedEntry(entry: StateEntry, other: StateEntry): StateEntry {
  const [first, second] =
    entry.described && (other.der !== null || moreIn(other, entry)) ? [other, entry] : [entry, other];
  const key = first.key === undefined ? second.key : first.key;
  return { ...first, friendlyName: first.friendlyName ?? second.friendlyName, ...(key === undefined ? {} : { key }) };
}

function moreIn({ described: one }: StateEntry, { described: other }: StateEntry): boolean {
  return one?.hasExtensions === true && other?.hasExtensions !== true;
}

function thumbprintOf({ der, described }: StateEntry): string {
  return described?.thumbprint ?? certificateFrom(Buffer.from(der ?? '', 'base64')).thumbprint;
}
