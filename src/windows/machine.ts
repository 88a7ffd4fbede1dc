import type { Determinism, Instant } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { KeyPair } from '../x509/keys/key-pair';
import { commonName } from '../x509/names/distinguished-name';
import type { StoreEntry, StoreLocation, Stores } from './certificate-store';

export type WindowsVersion = '2008 R2' | '2012' | '2012 R2';

/** Cryptographic providers that certificate requests name. CNG key storage providers fail in Lync's Certificate Wizard. */
export type KeyProvider = 'Microsoft RSA SChannel Cryptographic Provider' | 'Microsoft Software Key Storage Provider';

/** A private key in its container. Exportability is a property of this container and not of the certificate. */
export interface PrivateKey {
  readonly container: string;
  readonly location: StoreLocation;
  readonly keyPair: KeyPair;
  readonly exportable: boolean;
  readonly provider: KeyProvider;
  /** whether the account Network Service, under which Lync's services run, may read the container */
  readonly readableByServices: boolean;
}

/** Someone who can log on to a machine, with the groups that hold there. */
export interface Account {
  readonly name: string;
  readonly groups: readonly string[];
}

/** A folder that other machines reach as `\\machine\share`. */
export interface Share {
  readonly name: string;
  readonly folder: string;
}

export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How other machines reach this one, and it them. */
export interface Connection {
  /** TCP ports on which a firewall lets nobody in */
  readonly closedPorts: readonly number[];
  /** hosts that it does not reach over http, for want of a route, a proxy or a name */
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
  /** how far its clock is ahead of true time, in milliseconds */
  readonly clockOffset: number;
  readonly connection: Connection;
  /** SCHANNEL\\ClientAuthTrustMode: 0 Machine Trust (the default), 1 Exclusive Root Trust, 2 Exclusive CA Trust */
  readonly clientAuthTrustMode: 0 | 1 | 2;
}

/** The uncertain behaviours of Windows that an environment settles (marked [INF] in the domain notes). */
export interface WindowsAssumptions {
  /** does importing a bare certificate with the snap-in link it to a key that is already there? */
  readonly mmcImportLinksKey: boolean;
  /** does a .pfx that is imported into a chosen store put the authorities' certificates there too? */
  readonly mmcChosenStoreTakesChain: boolean;
  /** does the Certificate Export Wizard insist on a password for a private key? */
  readonly exportPasswordRequired: boolean;
  /** does a certificate stay in its store when its private key is deleted after the export? */
  readonly deletedKeyLeavesCertificate: boolean;
}

/** The part of the simulated world that Windows programs need. */
export interface Network {
  readonly machines: ReadonlyMap<string, Machine>;
  readonly media: readonly RemovableMedium[];
  readonly determinism: Determinism;
  readonly assumptions: WindowsAssumptions;
}

/** A USB flash drive, plugged into one machine at a time. */
export interface RemovableMedium {
  readonly drive: string;
  readonly pluggedInto: string | null;
  readonly disk: Disk;
}

/** The machine of that name; the name is known to be right, so an unknown one is a bug. */
export function machineOf(network: Network, fqdn: string): Machine {
  const machine = network.machines.get(fqdn);
  if (!machine) throw new Error(`no machine ${fqdn}; have ${[...network.machines.keys()].join(', ')}`);
  return machine;
}

/** The network with that machine in its new state. */
export function withMachine<N extends Network>(network: N, machine: Machine): N {
  return { ...network, machines: new Map(network.machines).set(machine.fqdn, machine) };
}

/** What that machine's clock shows. */
export function clockOf(network: Network, machine: Machine): Instant {
  return network.determinism.now + machine.clockOffset;
}

/** Whether the account belongs to the machine's Administrators group. */
export function isAdministrator(machine: Machine, account: string): boolean {
  return machine.accounts.some((a) => a.name === account && a.groups.includes('Administrators'));
}

/** The key that an entry is linked to, if that container still exists. */
export function linkedKey(machine: Machine, location: StoreLocation, entry: StoreEntry): PrivateKey | undefined {
  return machine.keys.find((key) => key.location === location && key.container === entry.keyContainer);
}

/** A key in that location with the certificate's public key, whatever is linked (CryptFindCertificateKeyProvInfo). */
export function matchingKey(
  machine: Machine,
  location: StoreLocation,
  certificate: Certificate,
): PrivateKey | undefined {
  return machine.keys.find((key) => key.location === location && key.keyPair.publicKeyId === certificate.publicKeyId);
}

/** The machine with one more key container; its name is unique on the machine. */
export function withKey(
  machine: Machine,
  key: Omit<PrivateKey, 'container' | 'readableByServices'>,
): [container: string, next: Machine] {
  const stem = key.keyPair.publicKeyId.slice(0, 16);
  const taken = machine.keys.filter((k) => k.container.startsWith(stem)).length;
  const container = `${stem}-${taken + 1}`;
  const made: PrivateKey = { ...key, readableByServices: true, container };
  return [container, { ...machine, keys: [...machine.keys, made] }];
}

/** The machine without that key container. Certificates keep the name of the container that they were linked to. */
export function withoutKey(machine: Machine, key: PrivateKey): Machine {
  return { ...machine, keys: machine.keys.filter((k) => k !== key) };
}

/** How a list names a certificate: whom it is issued to, by whom, until when, its friendly name, and the key icon. */
export function listed(machine: Machine, location: StoreLocation, entry: StoreEntry): string {
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
