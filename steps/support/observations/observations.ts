import { PASSWORD } from '../../../src/operator/named-values';
import { openCertificateFile } from '../../../src/windows/certificate-file';
import type { StoreEntry } from '../../../src/windows/certificate-store';
import { readFile } from '../../../src/windows/file-system';
import { machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import type { Certificate } from '../../../src/x509/certificate';
import type { CertificateRequest } from '../../../src/x509/certificate-request';
import { readRequest } from '../../../src/x509/certificate-request';

/** Observations of an administrator. */

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
