import { requireAdministrator } from './administrators';
import { exportCertificate } from './certificate-export';
import { openCertificateFile, placeCertificates } from './certificate-file';
import { type StoreLocation, type StoreName, storeWithTitle } from './certificate-store';
import { entryWith } from './certutil';
import { readFile } from './file-system';
import { isKeyProvider, machineOf, type Network, withMachine } from './machine';
import type { Logon } from './program';
import { windowsRefusal } from './windows-refusals';

/** A .pfx file that certutil reads or writes. */
interface PfxOrder {
  readonly location: StoreLocation;
  readonly store: string;
  readonly path: string;
  readonly password: string;
  /** in lower case: `noexport`, `nochain`, … */
  readonly modifiers: readonly string[];
}

/** `certutil [-csp provider] -importPFX [store] file [modifiers]`. */
export interface PfxImport extends PfxOrder {
  /** the provider of the new key set; default: the one that the file names */
  readonly provider?: string;
}

/** `certutil -exportPFX [store] certificate file [modifiers]`. */
export interface PfxExport extends PfxOrder {
  readonly certificate: string;
}

/**
 * Imports certificate and key. The key can be exported again unless the modifier `NoExport` is given; the certificates
 * of authorities go to the stores of their type unless `NoChain` is given (Microsoft, "certutil -importPFX"). Refusals:
 * `not-an-administrator`, `no-store-selected`, `unknown-modifier`, `unknown-key-provider`, and those of the file.
 */
export function importPfx<N extends Network>(network: N, logon: Logon, order: PfxImport): N {
  const { location, provider, modifiers } = order;
  if (location === 'LocalMachine') requireAdministrator(network, logon);
  refuseUnknown(logon, modifiers, ['noexport', 'nochain', 'noroot', 'at_keyexchange']);
  if (provider !== undefined && !isKeyProvider(provider))
    throw windowsRefusal('unknown-key-provider', logon.on, { provider });
  const machine = machineOf(network, logon.on);
  const read = openCertificateFile(readFile(network, logon.on, order.path), order.password, machine, logon.account);
  const file = {
    ...read,
    keys: read.keys.map((key) => (provider === undefined ? key : { ...key, provider })),
    certificates: read.certificates.filter(({ certificate }) => {
      if (modifiers.includes('nochain') && certificate.isCa) return false;
      return !(modifiers.includes('noroot') && certificate.isCa && certificate.selfSigned);
    }),
  };
  const placed = placeCertificates(machine, file, {
    location,
    store: storeNamed(logon, order.store),
    exportable: !modifiers.includes('noexport'),
    linkMatching: true,
    chosenTakesAuthorities: false,
  });
  return withMachine(network, placed);
}

/**
 * Exports a certificate with its key and its path; `NoChain` leaves out the path (Microsoft, "certutil -exportPFX").
 * Refusals: `not-an-administrator`, `no-store-selected`, `unknown-modifier`, `no-such-certificate`, and those of the
 * export.
 */
export function exportPfx<N extends Network>(network: N, logon: Logon, order: PfxExport): N {
  const { location, path, password, modifiers } = order;
  if (location === 'LocalMachine') requireAdministrator(network, logon);
  refuseUnknown(logon, modifiers, ['nochain']);
  const store = storeNamed(logon, order.store);
  return exportCertificate(network, {
    on: logon.on,
    location,
    entry: entryWith(network, logon, { location, store }, order.certificate),
    path,
    format: 'pkcs12',
    includePath: !modifiers.includes('nochain'),
    extendedProperties: true,
    deleteKey: false,
    password,
  });
}

function storeNamed(logon: Logon, title: string): StoreName {
  const store = storeWithTitle(title);
  if (store) return store;
  throw windowsRefusal('no-store-selected', logon.on, { title });
}

function refuseUnknown(logon: Logon, modifiers: readonly string[], known: readonly string[]): void {
  const modifier = modifiers.find((one) => !known.includes(one));
  if (modifier !== undefined)
    throw windowsRefusal('unknown-modifier', logon.on, { program: 'certutil', modifier, known });
}
