/**
 * Who may use the container of a private key: its access control list. CryptoAPI gives a new key set of the computer to
 * SYSTEM and Administrators (Microsoft, "IX509PrivateKey::put_SecurityDescriptor"). A program that needs the key for
 * another account grants it.
 */

export const SYSTEM = 'SYSTEM';
export const ADMINISTRATORS = 'Administrators';
/** the account of most services */
export const NETWORK_SERVICE = 'NETWORK SERVICE';
export const EVERYONE = 'Everyone';

/** The accounts that may read a new key set of the computer. */
export const FIRST_READERS: readonly string[] = [SYSTEM, ADMINISTRATORS];

/** The accounts that may create files in MachineKeys, the folder of the computer's key sets (KB 278381). */
export const FOLDER_WRITERS: readonly string[] = [SYSTEM, ADMINISTRATORS, EVERYONE];

interface Readable {
  readonly container: string;
  readonly readers: readonly string[];
}

interface KeyHolder<Key> {
  readonly keys: readonly Key[];
}

/** Whether the account may read the container. */
export function mayRead({ readers }: Pick<Readable, 'readers'>, account: string): boolean {
  return readers.includes(account) || readers.includes(EVERYONE);
}

/** Lets the account read the container. */
export function readGranted<Key extends Readable, M extends KeyHolder<Key>>(machine: M, key: Key, account: string): M {
  return mayRead(key, account) ? machine : withReaders(machine, key, [...key.readers, account]);
}

/** Takes the account from the access list of the container. */
export function readRevoked<Key extends Readable, M extends KeyHolder<Key>>(machine: M, key: Key, account: string): M {
  const readers = key.readers.filter((one) => one !== account);
  return readers.length === key.readers.length ? machine : withReaders(machine, key, readers);
}

/** Replaces the access list of the container. */
export function withReaders<Key extends Readable, M extends KeyHolder<Key>>(
  machine: M,
  key: Key,
  readers: readonly string[],
): M {
  return { ...machine, keys: machine.keys.map((one) => (one === key ? { ...one, readers } : one)) };
}

/** Well-known security identifiers, by their number and their abbreviation in SDDL (Microsoft, "SID Strings"). */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  SY: SYSTEM,
  'S-1-5-18': SYSTEM,
  BA: ADMINISTRATORS,
  'S-1-5-32-544': ADMINISTRATORS,
  NS: NETWORK_SERVICE,
  'S-1-5-20': NETWORK_SERVICE,
  WD: EVERYONE,
  'S-1-1-0': EVERYONE,
};

/** The account with this name, in any case and with or without its authority, or with this security identifier. */
export function accountCalled(name: string): string {
  const plain = name.replace(/^(?:NT AUTHORITY|BUILTIN)\\/i, '').replace(/^\*(?=S-1-)/i, '');
  const known = [SYSTEM, ADMINISTRATORS, NETWORK_SERVICE, EVERYONE];
  return IDENTIFIERS[plain.toUpperCase()] ?? known.find((one) => one.toLowerCase() === plain.toLowerCase()) ?? plain;
}

/** GENERIC_ALL, GENERIC_READ, and the read bit of a file. */
const READ_BITS = 0x1000_0000 + 0x8000_0000 + 0x1;

/**
 * The accounts that the DACL of a security descriptor lets read, in the Security Descriptor Definition Language:
 * `D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS)`. Undefined for another text.
 */
export function readersIn(descriptor: string): readonly string[] | undefined {
  const dacl = /^(?:O:\S+?)?(?:G:\S+?)?D:[A-Z]*((?:\([^()]*\))+)$/.exec(descriptor)?.[1];
  if (dacl === undefined) return undefined;
  const entries = [...dacl.matchAll(/\(([^()]*)\)/g)].map(([, entry = '']) => entry.split(';'));
  if (entries.some((fields) => fields.length !== 6)) return undefined;
  return entries.flatMap(([type, , rights = '', , , account = '']) =>
    type === 'A' && allowsReading(rights) ? [accountCalled(account)] : [],
  );
}

function allowsReading(rights: string): boolean {
  if (/^0x[0-9a-f]{1,8}$/i.test(rights)) return (Number(rights) & READ_BITS) !== 0;
  return (rights.match(/../g) ?? []).some((right) => ['GA', 'GR', 'FA', 'FR', 'KA', 'KR'].includes(right));
}
