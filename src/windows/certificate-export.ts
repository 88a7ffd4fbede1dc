import { takeBytes } from '../determinism';
import { type Certificate, certificatePem } from '../x509/certificate';
import { writePkcs7 } from '../x509/pkcs7';
import type { Pkcs12Content } from '../x509/pkcs12/pkcs12-content';
import { writePkcs12 } from '../x509/pkcs12/write-pkcs12';
import { removeFromStore, type StoreEntry, type StoreLocation } from './certificate-store';
import { pathIn } from './certification-path';
import { writeFile } from './file-system';
import { linkedKey, type Machine, machineOf, type Network, type PrivateKey, withMachine, withoutKey } from './machine';
import { traitsOf } from './versions';
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
  /** '' if only groups protect the private key */
  readonly password: string;
  /** accounts and groups of the domain that can open the file without a password */
  readonly groups?: readonly string[];
  readonly profile?: 'TripleDES-SHA1' | 'AES256-SHA256';
  /** whether versions of Windows that ask for it encrypt the certificates too */
  readonly privacy?: boolean;
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
    ...protectionOf(order, machine, saltsFrom(salt)),
    ...certificateScheme(network, order, machine),
    salt: saltsFrom(salt),
  });
  const written = writeFile({ ...network, determinism }, order.on, order.path, bytes);
  return order.deleteKey ? withMachine(written, keyDeleted(written, order, key)) : written;
}

/** With groups only, the password is a random one that the file keeps for their members. */
function protectionOf({ password, groups = [], profile }: ExportAnswers, machine: Machine, salt: Salts) {
  const { membership } = machine;
  const protectedFor = membership.kind === 'domain' && groups.length > 0;
  const used = protectedFor && password === '' ? Buffer.from(salt(20, 'password')).toString('hex') : password;
  return {
    password: used,
    profile: profile ?? ('TripleDES-SHA1' as const),
    ...(protectedFor ? { protector: { domain: membership.domain, principals: groups } } : {}),
  };
}

/** How the certificates are encrypted, if it differs from the private key. */
function certificateScheme({ assumptions }: Network, { privacy = true, profile }: ExportAnswers, { windows }: Machine) {
  if (traitsOf(windows).certificatePrivacy) return privacy ? {} : { certificates: 'none' as const };
  return assumptions.exportWritesRc2 && profile !== 'AES256-SHA256' ? { certificates: 'RC2-40-SHA1' as const } : {};
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

type Salts = (length: number, purpose: string) => Uint8Array;

/** Derives all salts of the file from the bytes that were drawn for it. */
function saltsFrom(seed: Uint8Array): Salts {
  return (length, purpose) => {
    const shift = [...purpose].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 251, 7);
    return Uint8Array.from({ length }, (_, index) => ((seed[index % seed.length] ?? 0) + shift * (index + 1)) & 0xff);
  };
}
