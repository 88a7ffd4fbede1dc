import type { Refusal } from '../../refusal';
import { requireAdministrator } from '../../windows/administrators';
import { type CertificateFile, openCertificateFile, placeCertificates } from '../../windows/certificate-file';
import { readFile } from '../../windows/file-system';
import { NETWORK_SERVICE, readGranted } from '../../windows/keys/key-access';
import { type Machine, machineOf, matchingKey, withMachine } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { contentKind } from '../../x509/content-kind';
import { assumptionsOf } from './assumptions';
import { lyncRefusal } from './lync-refusals';
import type { ImportParameters } from './management-shell/command-parameters';
import { importCommand } from './management-shell/management-shell-text';
import { reported } from './management-shell/report';

/**
 * Imports a response (.cer, .p7b) or a certificate with its private key (.pfx) into LocalMachine\Personal, so that it
 * "is available for assignment". A response is linked to the key with its public key on this machine, and the pending
 * request is removed. Refusals: `not-an-administrator`, `not-a-certificate`, `password-required`, `wrong-password`,
 * `no-matching-key` (by assumption), and those of reading a file.
 */
export function importCertificate<T extends Topology>(topology: T, logon: Logon, order: ImportParameters): T {
  requireAdministrator(topology, logon);
  const machine = machineOf(topology, logon.on);
  const file = openCertificateFile(readFile(topology, logon.on, order.path), order.password, machine, logon.account);
  const bound = file.certificates.some(({ certificate }) => matchingKey(machine, 'LocalMachine', certificate));
  if (!bound && file.keys.length === 0 && assumptionsOf(topology).responseWithoutKey === 'refuse')
    throw noKey(logon, order.path);
  const next = placeCertificates(machine, file, {
    location: 'LocalMachine',
    store: assumptionsOf(topology).importWizardPutsChainIn === 'my' ? 'My' : 'by-type',
    exportable: order.exportable && assumptionsOf(topology).importParameterMeans === 'exportable',
    linkMatching: true,
  });
  const readable = order.exportable && assumptionsOf(topology).importParameterMeans === 'readable';
  const granted = readable ? keysGranted(next, file) : next;
  const lines = [
    described(file, order.path),
    bound || file.keys.length > 0 ? 'private key: found' : 'private key: not found on this server',
  ];
  return reported(withMachine(topology, granted), logon, { command: importCommand(order), lines }, order.report);
}

/** The content of a file that the wizard shows before the import. Refusals: those of the import. */
export function checkImport(topology: Topology, logon: Logon, order: ImportParameters): CertificateFile {
  const bytes = readFile(topology, logon.on, order.path);
  const password = contentKind(bytes) === 'pkcs12' ? order.password : undefined;
  return openCertificateFile(bytes, password, machineOf(topology, logon.on), logon.account);
}

/** Lets the services read the keys of the file. */
function keysGranted(machine: Machine, { certificates }: CertificateFile): Machine {
  return certificates.reduce((m, { certificate }) => {
    const key = matchingKey(m, 'LocalMachine', certificate);
    return key ? readGranted(m, key, NETWORK_SERVICE) : m;
  }, machine);
}

function described(file: CertificateFile, path: string): string {
  const [first] = file.certificates;
  return `imported ${file.certificates.length} certificate(s) from ${path}${first ? `, the first with thumbprint ${first.certificate.thumbprint}` : ''}`;
}

function noKey(logon: Logon, path: string): Refusal {
  return lyncRefusal('no-matching-key.response', logon.on, { path });
}
