import { requireAdministrator } from '../../windows/administrators';
import { openCertificateFile, placeCertificates } from '../../windows/certificate-file';
import type { StoreLocation } from '../../windows/certificate-store';
import { readFile, writeFile } from '../../windows/file-system';
import { machineOf, matchingKey, withMachine } from '../../windows/machine';
import { createPendingRequest } from '../../windows/pending-request';
import type { Logon } from '../../windows/program';
import { peerPath } from '../../windows/schannel';
import type { Deployment } from '../../world/deployment';
import type { Certificate } from '../../x509/certificate';
import { requestPem } from '../../x509/certificate-request';
import { KEY_PURPOSES, nameOf } from '../../x509/der/object-identifiers';
import { distinguishedName } from '../../x509/names/distinguished-name';
import type { CommandResult } from '../command-line';
import { operatorRefusal } from '../operator-refusals';
import { readPolicy } from './request-policy';

/** The verbs of certreq that need no authority: they work on this server only (Microsoft, "certreq"). */

/**
 * `certreq -new policy.inf request.req`: creates a key and a request. Refusals: `not-an-administrator` for a key of the
 * computer, `invalid-policy`, and those of files.
 */
export function newRequest(deployment: Deployment, logon: Logon, [policy = '', request = '']: readonly string[]) {
  const read = readPolicy(logon.on, Buffer.from(readFile(deployment, logon.on, policy)).toString('utf8'));
  if (read.machineKeySet) requireAdministrator(deployment, logon);
  const [made, next] = createPendingRequest(deployment, logon, {
    process: 'certreq.exe',
    location: read.machineKeySet ? 'LocalMachine' : 'CurrentUser',
    keySize: read.keyLength,
    exportable: read.exportable,
    provider: read.provider,
    friendlyName: read.friendlyName,
    subject: distinguishedName(read.subject),
    subjectAlternativeNames: read.names,
    extendedKeyUsage: read.extendedKeyUsage.map((oid) => nameOf(KEY_PURPOSES, oid) ?? oid),
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    ...(read.template ? { templateName: read.template } : {}),
  });
  const world = writeFile(next, logon.on, request, Buffer.from(requestPem(made)));
  return { world, output: 'CertReq: Request Created' };
}

/**
 * `certreq -accept response`: installs the certificate, joins it to the key of its request and removes the request. The
 * path must lead to a trusted root first (reported by administrators: 0x800B0109 and 0x800B010A before the chain is
 * imported). Refusals: `no-outstanding-request` (CRYPT_E_NOT_FOUND), `response-not-trusted.root`
 * (CERT_E_UNTRUSTEDROOT), `response-not-trusted.chain` (CERT_E_CHAINING), and those of the file.
 */
export function accept(deployment: Deployment, logon: Logon, [response = '']: readonly string[]): CommandResult {
  const { on } = logon;
  const machine = machineOf(deployment, on);
  const file = openCertificateFile(readFile(deployment, on, response), undefined, machine);
  const [certificate, ...others] = ordered(file.certificates.map((one) => one.certificate));
  const location = certificate && locationOf(deployment, on, certificate);
  if (!certificate || !location) throw operatorRefusal('no-outstanding-request', on, { path: response });
  if (location === 'LocalMachine') requireAdministrator(deployment, logon);
  const { code } = peerPath(deployment, machine, [certificate, ...others]);
  if (code === 'chain-incomplete') throw operatorRefusal('response-not-trusted.chain', on, { path: response });
  if (code === 'root-not-trusted') throw operatorRefusal('response-not-trusted.root', on, { path: response });
  const placed = placeCertificates(machine, file, {
    location,
    store: 'by-type',
    exportable: false,
    linkMatching: true,
  });
  return { world: withMachine(deployment, placed), output: 'CertReq: Certificate Installed' };
}

/** The certificate of the server first: the one that is no authority. */
function ordered(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...certificates.filter(({ isCa }) => !isCa), ...certificates.filter(({ isCa }) => isCa)];
}

/** The stores with the outstanding request that the certificate answers: its public key, and the key itself. */
function locationOf(deployment: Deployment, on: string, certificate: Certificate): StoreLocation | undefined {
  const machine = machineOf(deployment, on);
  const locations: readonly StoreLocation[] = ['LocalMachine', 'CurrentUser'];
  return locations.find(
    (location) =>
      machine.stores[location].REQUEST.some((entry) => entry.certificate.publicKeyId === certificate.publicKeyId) &&
      matchingKey(machine, location, certificate) !== undefined,
  );
}
