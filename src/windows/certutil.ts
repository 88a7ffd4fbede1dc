import type { Refusal } from '../refusal';
import { commonName } from '../x509/names/distinguished-name';
import { requireAdministrator } from './administrators';
import { openCertificateFile } from './certificate-file';
import { addToStore, removeFromStore, type StoreEntry, type StoreLocation, type StoreName } from './certificate-store';
import { readFile } from './file-system';
import { readersIn, withReaders } from './keys/key-access';
import { machineOf, matchingKey, type Network, withMachine } from './machine';
import type { Logon } from './program';
import { certificateChoice, windowsRefusal } from './windows-refusals';

/**
 * The verbs of certutil that repair a store of the computer (Microsoft, "certutil"). All refuse with
 * `not-an-administrator` (ERROR_ACCESS_DENIED).
 */

/**
 * `certutil -repairstore My serial [descriptor]`: links a certificate to its private key on this computer. Only with a
 * security descriptor does it change who may read the key (Microsoft, "certutil -repairstore"). Refusals:
 * `no-such-certificate`, `no-matching-key` (NTE_BAD_KEYSET), `invalid-security-descriptor`.
 */
export function repairStore<N extends Network>(
  network: N,
  logon: Logon,
  store: StoreName,
  serialNumber: string,
  descriptor?: string,
): N {
  requireAdministrator(network, logon);
  const readers = descriptor === undefined ? undefined : readersIn(descriptor);
  if (descriptor !== undefined && !readers) {
    throw windowsRefusal('invalid-security-descriptor', logon.on, { text: descriptor });
  }
  const machine = machineOf(network, logon.on);
  const entry = entryWith(network, logon, { location: 'LocalMachine', store }, serialNumber);
  const key = matchingKey(machine, 'LocalMachine', entry.certificate);
  if (!key) throw noKey(logon, serialNumber);
  const linked = { ...entry, keyContainer: key.container };
  const repaired = { ...machine, stores: addToStore(machine.stores, 'LocalMachine', store, linked) };
  return withMachine(network, readers ? withReaders(repaired, key, readers) : repaired);
}

/**
 * `certutil -addstore store file`: adds every certificate of the file to the store. Refusals: those of reading the
 * file.
 */
export function addStore<N extends Network>(network: N, logon: Logon, store: StoreName, path: string): N {
  requireAdministrator(network, logon);
  const machine = machineOf(network, logon.on);
  const { certificates } = openCertificateFile(
    readFile(network, logon.on, path),
    undefined,
    machineOf(network, logon.on),
  );
  const stores = certificates.reduce(
    (all, { certificate, friendlyName }) =>
      addToStore(all, 'LocalMachine', store, { certificate, friendlyName, keyContainer: null }),
    machine.stores,
  );
  return withMachine(network, { ...machine, stores });
}

/**
 * `certutil -delstore store serial`: removes the certificate and keeps its private key. Refusal: `no-such-certificate`.
 */
export function deleteFromStore<N extends Network>(
  network: N,
  logon: Logon,
  store: StoreName,
  serialNumber: string,
): N {
  requireAdministrator(network, logon);
  const machine = machineOf(network, logon.on);
  const entry = entryWith(network, logon, { location: 'LocalMachine', store }, serialNumber);
  return withMachine(network, {
    ...machine,
    stores: removeFromStore(machine.stores, 'LocalMachine', store, (one) => one === entry),
  });
}

/**
 * The certificate of a store that a line names by its serial number, its thumbprint or its place in the list. Otherwise
 * it is the only one whose common name has this text (Microsoft, "certutil", CertId). Refusal: `no-such-certificate`.
 */
export function entryWith(
  network: Network,
  logon: Logon,
  { location, store }: { readonly location: StoreLocation; readonly store: StoreName },
  certId: string,
): StoreEntry {
  const entries = machineOf(network, logon.on).stores[location][store];
  const wanted = certId.toLowerCase().replace(/\s+/g, '');
  const named = entries.filter(({ certificate }) => commonName(certificate.subject)?.toLowerCase().includes(wanted));
  const entry =
    entries.find(({ certificate: { serialNumber } }) => serialNumber === wanted) ??
    entries.find(({ certificate: { thumbprint } }) => thumbprint.toLowerCase() === wanted) ??
    entries.find((_, index) => String(index) === wanted) ??
    (named.length === 1 ? named[0] : undefined);
  if (entry) return entry;
  throw windowsRefusal('no-such-certificate', logon.on, {
    store,
    serialNumber: certId,
    choice: certificateChoice(entries.map(({ certificate }) => certificate.serialNumber)),
  });
}

function noKey(logon: Logon, serialNumber: string): Refusal {
  return windowsRefusal('no-matching-key', logon.on, { serialNumber });
}
