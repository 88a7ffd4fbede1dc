import { pathOf } from '../../../adcs/authority';
import { type StoreEntry, storeByType } from '../../../windows/certificate-store';
import { linkedKey, type Machine, machineOf } from '../../../windows/machine';
import { type Deployment, issuingAuthority } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { commonName } from '../../../x509/names/distinguished-name';

/** The certificates of a pool on its servers. */

/** The entries of a machine for the pool, in Personal. */
export function poolEntries({ stores }: Machine, { fqdn }: Pool): readonly StoreEntry[] {
  return stores.LocalMachine.My.filter((entry) => isFor(entry, fqdn));
}

/** The requests of a machine for the pool that wait for a response, with their private keys. */
export function pendingEntries(machine: Machine, { fqdn }: Pool): readonly StoreEntry[] {
  return machine.stores.LocalMachine.REQUEST.filter(
    (entry) => isFor(entry, fqdn) && linkedKey(machine, 'LocalMachine', entry) !== undefined,
  );
}

function isFor({ certificate }: StoreEntry, fqdn: string): boolean {
  return commonName(certificate.subject)?.toLowerCase() === fqdn.toLowerCase();
}

/** The entry of a certificate in Personal. */
export function entryWith({ stores }: Machine, thumbprint: string): StoreEntry | undefined {
  return stores.LocalMachine.My.find(({ certificate }) => certificate.thumbprint === thumbprint);
}

/** Whether the certificate is on the machine and linked to its own private key. */
export function hasWithKey(machine: Machine, thumbprint: string): boolean {
  const entry = entryWith(machine, thumbprint);
  const key = entry && linkedKey(machine, 'LocalMachine', entry);
  return key !== undefined && key.keyPair.publicKeyId === entry?.certificate.publicKeyId;
}

/** Whether the certificate is on the machine without its link, and its private key is there, too. */
export function canBeLinked(machine: Machine, thumbprint: string): boolean {
  const entry = entryWith(machine, thumbprint);
  if (!entry || hasWithKey(machine, thumbprint)) return false;
  const { publicKeyId } = entry.certificate;
  return machine.keys.some((key) => key.location === 'LocalMachine' && key.keyPair.publicKeyId === publicKeyId);
}

/** Whether the key of the certificate may be exported from the machine. */
export function isExportable(machine: Machine, thumbprint: string): boolean {
  const entry = entryWith(machine, thumbprint);
  return entry !== undefined && linkedKey(machine, 'LocalMachine', entry)?.exportable === true;
}

/** Whether every certificate of the issuing authority's path is in the store of its type. */
export function hasChain(deployment: Deployment, fqdn: string): boolean {
  const { stores } = machineOf(deployment, fqdn);
  return pathOf(issuingAuthority(deployment)).every((one) =>
    stores.LocalMachine[storeByType(one)].some(({ certificate }) => certificate.thumbprint === one.thumbprint),
  );
}
