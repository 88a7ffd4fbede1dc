import type { Certificate } from '../x509/certificate';

/**
 * The certificate stores of one machine, as certlm/certmgr show them: a store is a set of certificates by
 * thumbprint; a certificate and its private key are separate things joined by a link (CERT_KEY_PROV_INFO), so a
 * certificate can lie in Personal without a key. CurrentUser is one set of stores for whoever is logged on, where
 * Windows keeps one per profile.
 */

export type StoreLocation = 'LocalMachine' | 'CurrentUser';
export type StoreName = 'My' | 'Root' | 'CA' | 'REQUEST';

/** The names under which the Certificates snap-in shows the stores. */
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

/** The stores with the entry added; the same certificate again replaces its entry, keeping a key link it already had. */
export function addTo(stores: Stores, location: StoreLocation, name: StoreName, entry: StoreEntry): Stores {
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

/** The stores without the certificates that the test names. */
export function removeFrom(
  stores: Stores,
  location: StoreLocation,
  name: StoreName,
  test: (entry: StoreEntry) => boolean,
): Stores {
  const kept = stores[location][name].filter((entry) => !test(entry));
  return kept.length === stores[location][name].length ? stores : withStore(stores, location, name, kept);
}

/** The store that shows under that title, by title or by name; undefined when there is none. */
export function storeTitled(title: string): StoreName | undefined {
  const names: readonly StoreName[] = ['My', 'Root', 'CA', 'REQUEST'];
  return names.find((name) => name === title || STORE_TITLES[name] === title);
}

/** Where "Automatically select the certificate store based on the type of certificate" puts a certificate. */
export function storeByType(certificate: Certificate): StoreName {
  if (!certificate.isCa) return certificate.selfSigned ? 'Root' : 'My';
  return certificate.selfSigned ? 'Root' : 'CA';
}

function withStore(stores: Stores, location: StoreLocation, name: StoreName, store: CertificateStore): Stores {
  return { ...stores, [location]: { ...stores[location], [name]: store } };
}
