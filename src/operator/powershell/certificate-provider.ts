import { type StoreEntry, type StoreLocation, type StoreName, storeWithTitle } from '../../windows/certificate-store';
import { linkedKey, type Machine, machineOf } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import { formatName } from '../../x509/names/distinguished-name';
import { operatorRefusal } from '../operator-refusals';
import type { PsObject } from './objects';

/** The drive `Cert:` of Windows PowerShell (Microsoft, "about_Certificate_Provider"). */

/** A path of the drive: a location, a store, or one certificate by its thumbprint. */
export interface CertificatePath {
  readonly location: StoreLocation;
  readonly store: StoreName | undefined;
  readonly thumbprint: string | undefined;
}

/**
 * Reads `Cert:\LocalMachine\My\thumbprint`, or a shorter path, with `\` or `/`. Refusal `path-not-found`: no such
 * location or store.
 */
export function certificatePath(on: string, path: string): CertificatePath {
  const [drive = '', location = '', store, thumbprint, ...others] = path
    .replace(/^Microsoft\.PowerShell\.Security\\Certificate::/i, 'Cert:\\')
    .split(/[\\/]+/)
    .filter(Boolean);
  const at = /^(localmachine|currentuser)$/i.exec(location)?.[1]?.toLowerCase();
  const name = store === undefined ? undefined : storeWithTitle(store);
  if (!/^cert:$/i.test(drive) || at === undefined || (store !== undefined && !name) || others.length > 0)
    throw operatorRefusal('path-not-found.cert', on, { path });
  return {
    location: at === 'localmachine' ? 'LocalMachine' : 'CurrentUser',
    store: name,
    thumbprint: thumbprint?.toUpperCase(),
  };
}

/** The certificates at a path. Refusal `path-not-found`: no certificate has this thumbprint. */
export function certificatesAt(deployment: Deployment, { on }: Logon, path: string): readonly StoredAt[] {
  const { location, store, thumbprint } = certificatePath(on, path);
  const machine = machineOf(deployment, on);
  const names: readonly StoreName[] = store ? [store] : ['My', 'Root', 'CA', 'REQUEST'];
  const all = names.flatMap((name) =>
    machine.stores[location][name].map((entry): StoredAt => ({ location, store: name, entry })),
  );
  const found = all.filter(({ entry }) => thumbprint === undefined || entry.certificate.thumbprint === thumbprint);
  if (found.length === 0 && thumbprint !== undefined) throw operatorRefusal('path-not-found.cert', on, { path });
  return found;
}

/** A certificate and where it is stored. */
export interface StoredAt {
  readonly location: StoreLocation;
  readonly store: StoreName;
  readonly entry: StoreEntry;
}

/** The certificate as an object of System.Security.Cryptography.X509Certificates.X509Certificate2. */
export function certificateObject(machine: Machine, { location, store, entry }: StoredAt): PsObject {
  const { certificate, friendlyName } = entry;
  return {
    properties: {
      PSPath: `Microsoft.PowerShell.Security\\Certificate::${location}\\${store}\\${certificate.thumbprint}`,
      FriendlyName: friendlyName,
      Issuer: formatName(certificate.issuer),
      NotAfter: { at: certificate.notAfter },
      NotBefore: { at: certificate.notBefore },
      HasPrivateKey: linkedKey(machine, location, entry) !== undefined,
      SerialNumber: certificate.serialNumber.toUpperCase(),
      Thumbprint: certificate.thumbprint,
      Subject: formatName(certificate.subject),
      DnsNameList: certificate.subjectAlternativeNames,
    },
    view: { as: 'table', properties: ['Thumbprint', 'Subject'] },
  };
}
