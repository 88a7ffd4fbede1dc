import type { Certificate } from '../x509/certificate';

/**
 * The certificate stores of one machine, as certlm and certmgr show them. A store is a set of certificates by
 * thumbprint. A certificate and its private key are separate and joined by a link (CERT_KEY_PROV_INFO), so a
 * certificate can be in Personal without a key. CurrentUser is one set of stores for all accounts; Windows has one for
 * each profile.
 */

export type StoreLocation = 'LocalMachine' | 'CurrentUser';
export type StoreName = 'My' | 'Root' | 'CA' | 'REQUEST';

/** The names of the stores in the Certificates snap-in. */
export const STORE_TITLES: Readonly<Record<StoreName, string>> = {
  My: 'Personal',
  Root: 'Trusted Root Certification Authorities',
  CA: 'Intermediate Certification Authorities',
  REQUEST: 'Certificate Enrollment Requests',
};

export interface StoreEntry {
  readonly certificate: Certificate;
  readonly friendlyName: string;
  /** the container of the linked private key on this machine, or null */
  readonly keyContainer: string | null;
}

export type CertificateStore = readonly StoreEntry[];
export type Stores = Readonly<Record<StoreLocation, Readonly<Record<StoreName, CertificateStore>>>>;

const NO_STORES = { My: [], Root: [], CA: [], REQUEST: [] };

/** Stores with nothing in them. */
export const EMPTY_STORES: Stores = { LocalMachine: NO_STORES, CurrentUser: NO_STORES };

/** Adds the entry. If the certificate is already in the store, its entry is replaced and keeps an existing key link. */
export function addToStore(stores: Stores, location: StoreLocation, name: StoreName, entry: StoreEntry): Stores {
  const store = stores[location][name];
  const present = store.find((e) => e.certificate.thumbprint === entry.certificate.thumbprint);
  if (!present) return withStore(stores, location, name, [...store, entry]);
  const merged = {
    certificate: present.certificate,
    friendlyName: entry.friendlyName || present.friendlyName,
    keyContainer: entry.keyContainer ?? present.keyContainer,
  };
  if (merged.friendlyName === present.friendlyName && merged.keyContainer === present.keyContainer) return stores;
  return withStore(
    stores,
    location,
    name,
    store.map((e) => (e === present ? merged : e)),
  );
}

/** Removes the certificates that match the test. */
export function removeFromStore(
  stores: Stores,
  location: StoreLocation,
  name: StoreName,
  test: (entry: StoreEntry) => boolean,
): Stores {
  const kept = stores[location][name].filter((entry) => !test(entry));
  return kept.length === stores[location][name].length ? stores : withStore(stores, location, name, kept);
}

/** The store with this title or name, in any case; undefined if there is none. */
export function storeWithTitle(title: string): StoreName | undefined {
  const names: readonly StoreName[] = ['My', 'Root', 'CA', 'REQUEST'];
  const wanted = title.toLowerCase();
  return names.find((name) => name.toLowerCase() === wanted || STORE_TITLES[name].toLowerCase() === wanted);
}

/** The store that "Automatically select the certificate store based on the type of certificate" selects. */
export function storeByType(certificate: Certificate): StoreName {
  if (!certificate.isCa) return certificate.selfSigned ? 'Root' : 'My';
  return certificate.selfSigned ? 'Root' : 'CA';
}

function withStore(stores: Stores, location: StoreLocation, name: StoreName, store: CertificateStore): Stores {
  return { ...stores, [location]: { ...stores[location], [name]: store } };
}
