import { takeBytes } from '../determinism';
import { type Certificate, certificatePem } from '../x509/certificate';
import { writePkcs7 } from '../x509/pkcs7';
import type { Pkcs12Content } from '../x509/pkcs12/pkcs12-content';
import { writePkcs12 } from '../x509/pkcs12/write-pkcs12';
import { removeFromStore, type StoreEntry, type StoreLocation } from './certificate-store';
import { pathIn } from './certification-path';
import { writeFile } from './file-system';
import { linkedKey, type Machine, machineOf, type Network, type PrivateKey, withMachine, withoutKey } from './machine';
import { windowsRefusal } from './windows-refusals';

/** The answers given in the Certificate Export Wizard. */
export interface ExportAnswers {
  readonly on: string;
  readonly location: StoreLocation;
  readonly entry: StoreEntry;
  readonly path: string;
  readonly format: 'der' | 'pem' | 'pkcs7' | 'pkcs12';
  readonly includePath: boolean;
  readonly extendedProperties: boolean;
  readonly deleteKey: boolean;
  readonly password: string;
}

/**
 * Writes the file, and deletes the private key if requested. Refusals: `key-not-exportable` (NTE_BAD_KEY_STATE),
 * `private-key-missing` (CRYPT_E_NO_KEY_PROPERTY), and those of writing a file.
 */
export function exportCertificate<N extends Network>(network: N, order: ExportAnswers): N {
  const machine = machineOf(network, order.on);
  const certificates = order.includePath ? pathIn(machine, order.entry.certificate) : [order.entry.certificate];
  if (order.format !== 'pkcs12') return writeFile(network, order.on, order.path, publicBytes(order, certificates));
  const key = exportableKey(machine, order);
  const [salt, determinism] = takeBytes(network.determinism, 32);
  const bytes = writePkcs12(contentOf(order, certificates, key), {
    password: order.password,
    profile: 'TripleDES-SHA1',
    ...(network.assumptions.exportWritesRc2 ? { certificates: 'RC2-40-SHA1' as const } : {}),
    salt: saltsFrom(salt),
  });
  const written = writeFile({ ...network, determinism }, order.on, order.path, bytes);
  return order.deleteKey ? withMachine(written, keyDeleted(written, order, key)) : written;
}

/** The machine after "Delete the private key if the export is successful". */
function keyDeleted(network: Network, { on, location, entry }: ExportAnswers, key: PrivateKey): Machine {
  const machine = withoutKey(machineOf(network, on), key);
  if (network.assumptions.deletedKeyLeavesCertificate) return machine;
  const gone = (e: StoreEntry): boolean => e.certificate.thumbprint === entry.certificate.thumbprint;
  return { ...machine, stores: removeFromStore(machine.stores, location, 'My', gone) };
}

function publicBytes(order: ExportAnswers, certificates: readonly Certificate[]): Uint8Array {
  if (order.format === 'pkcs7') return writePkcs7(certificates);
  return order.format === 'der' ? order.entry.certificate.der : Buffer.from(certificatePem(order.entry.certificate));
}

function exportableKey(machine: Machine, order: ExportAnswers): PrivateKey {
  const key = linkedKey(machine, order.location, order.entry);
  if (key?.exportable) return key;
  throw windowsRefusal(key ? 'key-not-exportable' : 'private-key-missing', order.on);
}

function contentOf(order: ExportAnswers, certificates: readonly Certificate[], key: PrivateKey): Pkcs12Content {
  const named = order.extendedProperties && order.entry.friendlyName !== '';
  const localKeyId = '01000000';
  return {
    certificates: certificates.map((certificate, index) => ({
      certificate,
      ...(index === 0 ? { localKeyId } : {}),
      ...(index === 0 && named ? { friendlyName: order.entry.friendlyName } : {}),
    })),
    keys: [
      {
        keyPair: key.keyPair,
        localKeyId,
        friendlyName: key.container,
        machineKeySet: key.location === 'LocalMachine',
        ...(order.extendedProperties ? { provider: key.provider } : {}),
      },
    ],
  };
}

/** Derives all salts of the file from the bytes that were drawn for it. */
function saltsFrom(seed: Uint8Array): (length: number, purpose: string) => Uint8Array {
  return (length, purpose) => {
    const shift = [...purpose].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 251, 7);
    return Uint8Array.from({ length }, (_, index) => ((seed[index % seed.length] ?? 0) + shift * (index + 1)) & 0xff);
  };
}
