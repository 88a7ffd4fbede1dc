import { type Certificate, readCertificate } from '../x509/certificate';
import { contentKind } from '../x509/content-kind';
import type { KeyPair } from '../x509/keys/key-pair';
import { readPkcs7 } from '../x509/pkcs7';
import {
  addToStore,
  removeFromStore,
  type StoreEntry,
  type StoreLocation,
  type StoreName,
  storeByType,
} from './certificate-store';
import { type Opener, openPfx } from './keys/pfx-file';
import { type KeyProvider, type Machine, matchingKey, withKey, withoutKey } from './machine';

/**
 * Certificate files (.cer, .p7b, .pfx) as Windows Server reads them, and the effect of their import
 * on a machine. The content decides the kind of a file.
 */
export interface CertificateFile {
  readonly kind: 'certificate' | 'pkcs7' | 'pkcs12';
  readonly certificates: readonly { readonly certificate: Certificate; readonly friendlyName: string }[];
  readonly keys: readonly { readonly keyPair: KeyPair; readonly provider: KeyProvider }[];
}

/** Where an import stores the content of the file, and how. */
export interface ImportPlacement {
  readonly location: StoreLocation;
  /** one store for all certificates, or the store of each certificate's type */
  readonly store: StoreName | 'by-type';
  /** whether imported keys may be exported again; each import decides it (PFXImportCertStore, CRYPT_EXPORTABLE) */
  readonly exportable: boolean;
  /** whether a certificate without a key is linked to a matching key that already exists */
  readonly linkMatching: boolean;
  /** false: a chosen store receives only end-entity certificates, and authorities go to the stores of their type */
  readonly chosenTakesAuthorities?: boolean;
}

/**
 * Reads the content of the file, for an account if a .pfx file may be protected for it. An undefined `password` means
 * that none was given; this differs from an empty one. Refusals: `not-a-certificate` (CRYPT_E_ASN1_BADTAG),
 * `password-required`, `wrong-password`.
 */
export function openCertificateFile(
  bytes: Uint8Array,
  password: string | undefined,
  opener: Opener,
  account = '',
): CertificateFile {
  const kind = contentKind(bytes);
  if (kind === 'pkcs7') return { kind, certificates: readPkcs7(bytes).map(unnamed), keys: [] };
  if (kind !== 'pkcs12') return { kind: 'certificate', certificates: [unnamed(readCertificate(bytes))], keys: [] };
  const content = openPfx(bytes, password, opener, account);
  return {
    kind,
    certificates: content.certificates.map(({ certificate, friendlyName }) => ({
      certificate,
      friendlyName: friendlyName ?? '',
    })),
    keys: content.keys.map(({ keyPair, provider }) => ({ keyPair, provider: providerNamed(provider) })),
  };
}

/** Imports the content of the file. A second import of the same file changes nothing. */
export function placeCertificates(machine: Machine, file: CertificateFile, placement: ImportPlacement): Machine {
  const { location } = placement;
  const withKeys = file.keys.reduce((m, { keyPair, provider }) => {
    const present = m.keys.find((k) => k.location === location && k.keyPair.publicKeyId === keyPair.publicKeyId);
    if (present?.exportable === placement.exportable && present.provider === provider) return m;
    const cleared = present ? withoutKey(m, present) : m;
    return withKey(cleared, { location, keyPair, exportable: placement.exportable, provider })[1];
  }, machine);
  return file.certificates.reduce((m, entry) => placeCertificate(m, file, entry, placement), withKeys);
}

function placeCertificate(
  machine: Machine,
  file: CertificateFile,
  { certificate, friendlyName }: CertificateFile['certificates'][number],
  placement: ImportPlacement,
): Machine {
  const { location } = placement;
  const aside = certificate.isCa && placement.chosenTakesAuthorities === false;
  const store = placement.store === 'by-type' || aside ? storeByType(certificate) : placement.store;
  const cameWithKey = file.keys.some(({ keyPair }) => keyPair.publicKeyId === certificate.publicKeyId);
  const key = cameWithKey || placement.linkMatching ? matchingKey(machine, location, certificate) : undefined;
  const entry: StoreEntry = {
    certificate,
    friendlyName: friendlyName || requestedName(machine, location, certificate),
    keyContainer: key?.container ?? null,
  };
  const added = addToStore(machine.stores, location, store, entry);
  const fulfilled = (e: StoreEntry): boolean => e.certificate.publicKeyId === certificate.publicKeyId;
  const stores = key && store === 'My' ? removeFromStore(added, location, 'REQUEST', fulfilled) : added;
  return stores === machine.stores ? machine : { ...machine, stores };
}

/** The friendly name of the pending request for this certificate. */
function requestedName(machine: Machine, location: StoreLocation, certificate: Certificate): string {
  const pending = machine.stores[location].REQUEST.find((e) => e.certificate.publicKeyId === certificate.publicKeyId);
  return pending?.friendlyName ?? '';
}

function unnamed(certificate: Certificate): CertificateFile['certificates'][number] {
  return { certificate, friendlyName: '' };
}

function providerNamed(name: string | undefined): KeyProvider {
  return name === 'Microsoft Software Key Storage Provider' ? name : 'Microsoft RSA SChannel Cryptographic Provider';
}
