import type { CertificateStore, StoreEntry, StoreName, Stores } from '../windows/certificate-store';
import type { Certificate } from '../x509/certificate';
import { formatName } from '../x509/names/distinguished-name';
import { issuersIn } from '../x509/paths/path-building';
import { describedCertificate } from './described-certificate';
import type { ServerState } from './server-state';

/** Whether the state lists the whole store. */
export function isListed({ stores }: ServerState, store: StoreName, location = 'LocalMachine'): boolean {
  return stores.some((one) => one.location === location && one.store === store && one.isComplete !== false);
}

/**
 * If the stores "Trusted Root" or "Intermediate" are not listed completely, the issuer of a certificate may be in them
 * without being known. This adds a made-up root certificate with the name of each such issuer, so that the certificates
 * below it can be judged. Whether their path is complete remains unknown.
 */
export function withUnknownIssuers(state: ServerState, stores: Stores): Stores {
  if (isListed(state, 'Root') && isListed(state, 'CA')) return stores;
  const { My, CA, Root } = stores.LocalMachine;
  const known = certificatesOf([...My, ...CA, ...Root]);
  const issuers = known
    .filter((one) => !one.selfSigned && issuersIn(one, known).length === 0)
    .map((one) => formatName(one.issuer));
  const madeUp = [...new Set(issuers)].map(madeUpRoot);
  return { ...stores, LocalMachine: { ...stores.LocalMachine, Root: [...Root, ...madeUp] } };
}

function certificatesOf(entries: CertificateStore): readonly Certificate[] {
  return entries.map(({ certificate }) => certificate);
}

function madeUpRoot(name: string): StoreEntry {
  const certificate = describedCertificate({
    thumbprint: `unknown issuer ${name}`,
    ...{ subject: name, issuer: name, isRoot: true, isCa: true, pathLength: null, hasExtensions: false },
    ...{ serialNumber: null, notBefore: null, notAfter: null, names: null, keyBits: null, keyAlgorithm: null },
    ...{ signatureAlgorithm: null, publicKeyId: null, keyUsage: null, extendedKeyUsage: null },
    ...{ crlDistributionPoints: null, subjectKeyId: null, authorityKeyId: null },
  });
  return { certificate, friendlyName: '', keyContainer: null };
}
