import { PASSWORD } from '../../../src/operator/named-values';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import { openCertificateFile } from '../../../src/windows/certificate-file';
import type { StoreEntry } from '../../../src/windows/certificate-store';
import { readFile } from '../../../src/windows/file-system';
import { linkedKey, machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { assignedEntry, type LogEntry } from '../../../src/world/topology';
import type { Certificate } from '../../../src/x509/certificate';
import type { CertificateRequest } from '../../../src/x509/certificate-request';
import { readRequest } from '../../../src/x509/certificate-request';
import { commonName } from '../../../src/x509/names/distinguished-name';

/** Observations of an administrator. */

/** The certificates for the pool in a server's Personal store, the newest last. */
export function internalEntries(deployment: Deployment, on: string, pool: Pool): readonly StoreEntry[] {
  const { My } = machineOf(deployment, on).stores.LocalMachine;
  return My.filter(({ certificate }) => commonName(certificate.subject) === pool.fqdn);
}

/** Whether the server has a private key for its newest certificate of the pool. */
export function holdsKey(deployment: Deployment, on: string, pool: Pool): boolean {
  const entry = internalEntries(deployment, on, pool).at(-1);
  return entry !== undefined && linkedKey(machineOf(deployment, on), 'LocalMachine', entry) !== undefined;
}

/** The thumbprints of the certificates assigned to the internal interfaces of a pool's servers; '' for none. */
export function presented(deployment: Deployment, servers: readonly string[]): readonly string[] {
  return servers.map(
    (fqdn) => assignedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal')?.certificate.thumbprint ?? '',
  );
}

/** The certificates in a file, opened with the rehearsal's password if needed, and the number of keys. */
export function fileOn(
  deployment: Deployment,
  on: string,
  path: string,
): { certificates: readonly Certificate[]; keys: number } {
  const file = openCertificateFile(readFile(deployment, on, path), PASSWORD, machineOf(deployment, on));
  return { certificates: file.certificates.map(({ certificate }) => certificate), keys: file.keys.length };
}

/** The request in a file. */
export function requestOn(deployment: Deployment, on: string, path: string): CertificateRequest {
  return readRequest(readFile(deployment, on, path));
}

/** The servers that have a private key for this public key. */
export function holdersOf(deployment: Deployment, publicKeyId: string): readonly string[] {
  const machines = [...deployment.machines.values()];
  return machines
    .filter(({ keys }) => keys.some((key) => key.keyPair.publicKeyId === publicKeyId))
    .map(({ fqdn }) => fqdn);
}

/** The thumbprints of the self-signed certificates among a computer's trusted roots. */
export function rootsTrustedOn(deployment: Deployment, on: string): readonly string[] {
  const roots = machineOf(deployment, on).stores.LocalMachine.Root.map((entry) => entry.certificate);
  return roots.filter((root) => root.selfSigned).map((root) => root.thumbprint);
}

/** The newest pending request of a server, as Certificate Enrollment Requests shows it. */
export function pendingEntry(deployment: Deployment, on: string): StoreEntry {
  const entry = machineOf(deployment, on).stores.LocalMachine.REQUEST.at(-1);
  if (!entry) throw new Error(`${on} has no pending certificate request`);
  return entry;
}

/** The last entry in the log of a Lync server: the command of a wizard or cmdlet. */
export function lastCommand(deployment: Deployment, on: string): LogEntry {
  const entry = lyncServerOf(deployment, on).log.at(-1);
  if (!entry) throw new Error(`no command has run on ${on} yet`);
  return entry;
}
