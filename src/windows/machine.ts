import type { Determinism, Instant } from '../determinism';
import type { ValueMap } from '../value-map';
import type { Certificate } from '../x509/certificate';
import type { KeyPair } from '../x509/keys/key-pair';
import { commonName } from '../x509/names/distinguished-name';
import type { StoreEntry, StoreLocation, Stores } from './certificate-store';
import { ADMINISTRATORS, EVERYONE, FIRST_READERS } from './keys/key-access';
import type { Registry } from './registry/registry-value';
import type { WindowsVersion } from './versions';
import { windowsRefusal } from './windows-refusals';

/** The cryptographic providers that certificate requests can name. */
export const KEY_PROVIDERS = [
  'Microsoft RSA SChannel Cryptographic Provider',
  'Microsoft Software Key Storage Provider',
] as const;

export type KeyProvider = (typeof KEY_PROVIDERS)[number];

/** Whether a text is the name of a cryptographic provider. */
export function isKeyProvider(name: string): name is KeyProvider {
  return KEY_PROVIDERS.some((one) => one === name);
}

/** A private key in its container. Exportability is a property of the container, not of the certificate. */
export interface PrivateKey {
  readonly container: string;
  readonly location: StoreLocation;
  readonly keyPair: KeyPair;
  readonly exportable: boolean;
  readonly provider: KeyProvider;
  /** the accounts that its access control list lets read it */
  readonly readers: readonly string[];
}

/** An account that can log on to a machine, with its groups on that machine. */
export interface Account {
  readonly name: string;
  readonly groups: readonly string[];
}

/** A folder that other machines access as `\\machine\share`. */
export interface Share {
  readonly name: string;
  readonly folder: string;
}

export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The network connections to and from this machine. */
export interface Connection {
  /** TCP ports that a firewall blocks for everyone */
  readonly closedPorts: readonly number[];
  /** hosts that it cannot reach over HTTP: a route, a proxy or a name is missing */
  readonly unreachableHosts: readonly string[];
  readonly defaultGateways: number;
}

/** Files by lower-case path, and the folders that exist. */
export interface Disk {
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly folders: ReadonlySet<string>;
}

/** One Windows Server. */
export interface Machine {
  readonly fqdn: string;
  readonly windows: WindowsVersion;
  readonly membership: { readonly kind: 'domain'; readonly domain: string } | { readonly kind: 'workgroup' };
  readonly accounts: readonly Account[];
  readonly disk: Disk;
  readonly shares: readonly Share[];
  readonly stores: Stores;
  readonly keys: readonly PrivateKey[];
  /** the accounts that may create files in MachineKeys, the folder of the computer's key sets */
  readonly keyFolderWriters: readonly string[];
  /** how far its clock is ahead of the true time, in milliseconds */
  readonly clockOffset: number;
  readonly connection: Connection;
  readonly registry: Registry;
  /** the thumbprints of the trusted roots that Active Directory or a group policy distributed */
  readonly distributedRoots: readonly string[];
}

/** The uncertain behaviours of Windows that an environment can set (marked [INF] in the domain notes). */
export interface WindowsAssumptions {
  /** whether the import of a certificate without a key, with the snap-in, links it to an existing key */
  readonly mmcImportLinksKey: boolean;
  /** whether the import of a .pfx into a chosen store puts the authorities' certificates into the same store */
  readonly mmcChosenStoreTakesChain: boolean;
  /** whether the Certificate Export Wizard requires a password for a private key */
  readonly exportPasswordRequired: boolean;
  /** whether a certificate remains in its store when its private key is deleted after the export */
  readonly deletedKeyLeavesCertificate: boolean;
  /** whether the certificates of a .pfx are encrypted with RC2 (40 bits), and only the key with Triple DES */
  readonly exportWritesRc2: boolean;
}

/** The part of the simulated world that Windows programs use. */
export interface Network {
  readonly machines: ValueMap<Machine>;
  readonly media: readonly RemovableMedium[];
  readonly determinism: Determinism;
  readonly assumptions: WindowsAssumptions;
}

/** A USB flash drive, connected to one machine at a time. */
export interface RemovableMedium {
  readonly drive: string;
  readonly pluggedInto: string | null;
  readonly disk: Disk;
}

/** The machine with this name. The name must be valid, so an unknown one is a bug. */
export function machineOf(network: Network, fqdn: string): Machine {
  const machine = network.machines.get(fqdn);
  if (!machine) throw new Error(`no machine ${fqdn}; have ${[...network.machines.keys()].join(', ')}`);
  return machine;
}

/** Replaces the machine in the network. */
export function withMachine<N extends Network>(network: N, machine: Machine): N {
  return { ...network, machines: network.machines.with(machine.fqdn, machine) };
}

/** The time on the machine's clock. */
export function clockOf(network: Network, machine: Machine): Instant {
  return network.determinism.now + machine.clockOffset;
}

/** Whether the account is a member of the machine's Administrators group. */
export function isAdministrator(machine: Machine, account: string): boolean {
  return machine.accounts.some((a) => a.name === account && a.groups.includes('Administrators'));
}

/** The key to which an entry is linked, if its container still exists. */
export function linkedKey(machine: Machine, location: StoreLocation, entry: StoreEntry): PrivateKey | undefined {
  return machine.keys.find((key) => key.location === location && key.container === entry.keyContainer);
}

/** A key in this location with the certificate's public key, independent of links (CryptFindCertificateKeyProvInfo). */
export function matchingKey(
  machine: Machine,
  location: StoreLocation,
  certificate: Certificate,
): PrivateKey | undefined {
  return machine.keys.find((key) => key.location === location && key.keyPair.publicKeyId === certificate.publicKeyId);
}

/**
 * Adds a key container, whose name is unique on the machine. Only SYSTEM and Administrators may read it. Refusal
 * `key-folder-refuses` (NTE_FAIL): neither Everyone nor Administrators may create a key set of the computer.
 */
export function withKey(
  machine: Machine,
  key: Omit<PrivateKey, 'container' | 'readers'>,
): [container: string, next: Machine] {
  if (key.location === 'LocalMachine' && !machine.keyFolderWriters.some(isWriter)) {
    throw windowsRefusal('key-folder-refuses', machine.fqdn, { folder: MACHINE_KEYS });
  }
  const stem = key.keyPair.publicKeyId.slice(0, 16);
  const numbers = machine.keys.map((_, index) => `${stem}-${index + 1}`);
  const isTaken = (name: string): boolean => machine.keys.some((k) => k.container === name);
  const container = numbers.find((name) => !isTaken(name)) ?? `${stem}-${machine.keys.length + 1}`;
  const made: PrivateKey = { ...key, readers: FIRST_READERS, container };
  return [container, { ...machine, keys: [...machine.keys, made] }];
}

function isWriter(account: string): boolean {
  return account === EVERYONE || account === ADMINISTRATORS;
}

/** The folder of the computer's key sets (KB 278381). */
export const MACHINE_KEYS = 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys';

/** Removes the key container. Certificates keep the name of the container to which they were linked. */
export function withoutKey(machine: Machine, key: PrivateKey): Machine {
  return { ...machine, keys: machine.keys.filter((k) => k !== key) };
}

/** The text of a certificate in a list: subject, issuer, expiry, friendly name, and the key icon. */
export function certificateLabel(machine: Machine, location: StoreLocation, entry: StoreEntry): string {
  const { certificate, friendlyName } = entry;
  const parts = [
    commonName(certificate.subject) ?? '(no common name)',
    `issued by ${commonName(certificate.issuer) ?? '(no common name)'}`,
    `expires ${new Date(certificate.notAfter).toISOString().slice(0, 10)}`,
    friendlyName || '<None>',
    `thumbprint ${certificate.thumbprint.slice(0, 8)}`,
  ];
  return [...parts, ...(linkedKey(machine, location, entry) ? ['private key'] : [])].join(' | ');
}
