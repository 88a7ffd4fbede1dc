import type { Instant } from '../determinism';
import { InputError } from '../input-error';
import { EMPTY_STORES, type StoreEntry, type Stores } from '../windows/certificate-store';
import { accountCalled } from '../windows/keys/key-access';
import type { KeyProvider, Machine, PrivateKey, StoredFile } from '../windows/machine';
import { withRegistryValue } from '../windows/registry/registry-value';
import { isWindowsVersion, WINDOWS_VERSIONS, type WindowsVersion, windowsVersions } from '../windows/versions';
import type { Deployment } from '../world/deployment';
import { serverOf } from '../world/topology';
import { type Certificate, readCertificate } from '../x509/certificate';
import { placeholderKey } from '../x509/keys/key-pair';
import { describedCertificate } from './described-certificate';
import type { ServerState, StateEntry, StateKey } from './server-state';
import { withUnknownIssuers } from './unknown-issuers';

/**
 * The deployment with the real state of its servers. `base` is built from the environment file of the pool: it gives the
 * topology, the accounts, the servers without a state, and what a state does not say. `at` is the present time, for states
 * without a clock. Throws an InputError for a server outside the environment.
 */
export function poolDeployment(base: Deployment, states: readonly ServerState[], at?: Instant): Deployment {
  const [first] = states;
  if (!first) return base;
  const names = states.map((state) => serverName(base, state));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw new InputError(`there are two states of ${twice}; give the newer one only`);
  const now = timeIn(states) ?? at ?? base.determinism.now;
  const start: Deployment = {
    ...base,
    determinism: { ...base.determinism, now },
    media: base.media.map((medium) => ({ ...medium, pluggedInto: null })),
  };
  return states.reduce((deployment, state, index) => withState(deployment, names[index] ?? '', state), start);
}

/** The true time, by the first clock that is known. */
function timeIn(states: readonly ServerState[]): Instant | undefined {
  const times = states.flatMap(({ clock: { utc, offset } }) => (utc === null ? [] : [Date.parse(utc) - (offset ?? 0)]));
  return times[0];
}

/** The name of the server in the environment. */
export function serverName({ servers, environment }: Deployment, { server }: ServerState): string {
  const found = [...servers.keys()].find((name) => name.toLowerCase() === server.toLowerCase());
  if (found) return found;
  throw new InputError(
    `the environment ${environment.name} has no server ${server}; have ${[...servers.keys()].join(', ')}; ` +
      'give the environment file of your pool with --environment',
  );
}

function withState(deployment: Deployment, fqdn: string, state: ServerState): Deployment {
  const machine = deployment.machines.get(fqdn);
  if (!machine) throw new Error(`${fqdn} has no machine`);
  const assigned = state.assigned ?? {};
  const server = { ...serverOf(deployment, fqdn), assigned, running: state.presented ?? null };
  return {
    ...deployment,
    machines: deployment.machines.with(fqdn, machineIn(machine, state)),
    servers: deployment.servers.with(fqdn, server),
  };
}

function machineIn(machine: Machine, state: ServerState): Machine {
  const files = (state.keyFiles ?? []).map((path): [string, StoredFile] => [path.toLowerCase(), { path, bytes: PFX }]);
  const bare: Machine = {
    ...machine,
    windows: state.windows === null ? machine.windows : windowsIn(state.windows, state.server),
    clockOffset: state.clock.offset ?? 0,
    distributedRoots: state.distributedRoots ?? machine.distributedRoots,
    disk: { ...machine.disk, files: new Map(files) },
    registry: state.registry ? new Map() : machine.registry,
    stores: withUnknownIssuers(state, storesIn(state)),
    keys: keysIn(state),
  };
  return (state.registry ?? []).reduce(
    (one, { key, name, value }) => withRegistryValue(one, { key, name }, value),
    bare,
  );
}

/** The beginning of a PKCS #12 file (RFC 7292 §4): its content is not collected. */
const PFX = Uint8Array.from([
  0x30, 0x10, 0x02, 0x01, 0x03, 0x30, 0x0b, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01,
]);

/** The version of Windows that a state names. Throws an InputError for one that is not known. */
export function windowsIn(windows: string, server: string): WindowsVersion {
  const wanted = `${windows.split('.').slice(0, 3).join('.')}.`;
  const found = Object.entries(WINDOWS_VERSIONS).find(([, { number }]) => number.startsWith(wanted))?.[0];
  if (found && isWindowsVersion(found)) return found;
  throw new InputError(`${server} has Windows ${windows}, which is not known; known: ${windowsVersions().join(', ')}`);
}

function storesIn(state: ServerState): Stores {
  return state.stores.reduce<Stores>((stores, { location, store, certificates }) => {
    const entries = certificates.map((one) => entryIn(state, one));
    return { ...stores, [location]: { ...stores[location], [store]: entries } };
  }, EMPTY_STORES);
}

function entryIn(state: ServerState, entry: StateEntry): StoreEntry {
  const { friendlyName, key = UNKNOWN_KEY } = entry;
  const certificate = certificateIn(state, entry);
  return { certificate, friendlyName: friendlyName ?? '', keyContainer: key && containerOf(key, certificate) };
}

/** A key that may not even exist. */
const UNKNOWN_KEY: StateKey = {
  ...{ container: null, kept: 'unknown', matches: null, provider: null, exportable: null, readers: null },
};

/** The certificate of an entry. Throws an InputError if it is damaged. */
export function certificateIn(state: ServerState, entry: StateEntry): Certificate {
  const { server } = state;
  const { der, described, friendlyName } = entry;
  if (der === null && described) return describedCertificate({ ...described, publicKeyId: publicKeyIn(state, entry) });
  try {
    return readCertificate(Buffer.from(der ?? '', 'base64'));
  } catch {
    throw new InputError(
      `the state of ${server} holds a certificate (friendly name "${friendlyName ?? ''}") that is damaged`,
    );
  }
}

/**
 * The id of the public key of a described certificate, if it is known. Certificates that match the key in one container have
 * one public key, as after a renewal with the same key.
 */
function publicKeyIn(state: ServerState, { described, key }: StateEntry): string | null {
  const known = described?.publicKeyId ?? described?.subjectKeyId;
  if (known || !key?.container || key.matches !== true) return known ?? null;
  const [first] = state.stores
    .flatMap(({ certificates }) => certificates)
    .filter((one) => one.key?.container === key.container && one.key.matches === true);
  if (first?.der) return certificateIn(state, first).publicKeyId;
  return first?.described ? describedCertificate(first.described).publicKeyId : null;
}

/** An unknown name of a container becomes a separate name for each certificate. */
function containerOf({ container }: StateKey, { thumbprint }: Certificate): string {
  return container ?? `unknown container of ${thumbprint}`;
}

function keysIn(state: ServerState): readonly PrivateKey[] {
  const found = state.stores
    .flatMap(({ certificates }) => certificates)
    .flatMap((entry) => (entry.key === null ? [] : keyOf(entry.key ?? UNKNOWN_KEY, certificateIn(state, entry))));
  // of several certificates with one container, the one that matches tells its public key
  const ordered = [...found.filter(({ isOwn }) => isOwn), ...found.filter(({ isOwn }) => !isOwn)];
  const names = ordered.map(({ key }) => `${key.location} ${key.container}`);
  return ordered.flatMap(({ key }, index) => (names.indexOf(names[index] ?? '') === index ? [key] : []));
}

function keyOf(state: StateKey, certificate: Certificate) {
  if (state.kept === 'nowhere') return [];
  const isOwn = state.matches !== false;
  const key: PrivateKey = {
    container: containerOf(state, certificate),
    location: state.kept === 'user' ? 'CurrentUser' : 'LocalMachine',
    keyPair: placeholderKey(certificate.keyBits, isOwn ? certificate.publicKeyId : 'another'),
    exportable: state.exportable ?? true,
    provider: providerOf(state.provider),
    readers: (state.readers ?? ['Everyone']).map(accountCalled),
  };
  return [{ key, isOwn }];
}

/** Only whether a provider belongs to CNG makes a difference; all older ones count as one. */
function providerOf(name: string | null): KeyProvider {
  return name?.endsWith('Key Storage Provider')
    ? 'Microsoft Software Key Storage Provider'
    : 'Microsoft RSA SChannel Cryptographic Provider';
}
