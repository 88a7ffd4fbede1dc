import type { HresultName } from '../../hresult';
import { Refusal } from '../../refusal';
import { requireAdministrator } from '../../windows/administrators';
import type { StoreEntry } from '../../windows/certificate-store';
import { linkedKey, machineOf } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { storedEntry } from '../../world/topology';
import { type AssignmentObstacle, obstacleTo } from './assignment';
import { USE_TITLES } from './certificate-use';
import type { AssignParameters } from './command-parameters';
import { assignCommand } from './management-shell-text';
import { type EdgeTopology, logged, lyncServerOf, withLyncServer } from './topology';

/**
 * Assigns a certificate of LocalMachine\Personal to a use on the logon's server, in place of the one assigned before
 * (04952-247 and following). Refusals: `not-an-administrator`, `no-such-certificate`, the obstacle's own code, and
 * `unsupported-key-provider` for a key in a CNG key storage provider.
 */
export function assignCertificate<T extends EdgeTopology>(topology: T, logon: Logon, order: AssignParameters): T {
  requireAdministrator(topology, logon);
  const server = lyncServerOf(topology, logon.on);
  const entry = entryOf(topology, logon, order);
  const obstacle = obstacleTo(topology, server, order.use, entry);
  if (obstacle) throw blocked(logon, order, obstacle);
  refuseKeyStorageProvider(topology, logon, entry);
  const assigned = { ...server.assigned, [order.use]: order.thumbprint };
  const next = withLyncServer(topology, { ...server, assigned });
  return logged(next, logon.on, {
    command: assignCommand(order),
    lines: [`assigned ${order.thumbprint} to ${USE_TITLES[order.use]}`],
  });
}

function entryOf(topology: EdgeTopology, logon: Logon, order: AssignParameters): StoreEntry {
  const entry = storedEntry(machineOf(topology, logon.on), order.thumbprint);
  if (entry) return entry;
  throw new Refusal({
    code: 'no-such-certificate',
    on: logon.on,
    detail: `the Personal store of the computer holds no certificate with thumbprint ${order.thumbprint}`,
    remedy: 'import the certificate into the computer account first',
    hresult: 'CRYPT_E_NOT_FOUND',
  });
}

const REASONS: Readonly<Record<AssignmentObstacle, readonly [detail: string, remedy: string, hresult: HresultName]>> = {
  'private-key-missing': ['it has no private key here', 'import it together with its private key', 'NTE_BAD_KEYSET'],
  'chain-incomplete': ['its issuer is not known here', 'import the certification path', 'CERT_E_CHAINING'],
  'root-not-trusted': ['its root is not trusted here', 'import the certification path', 'CERT_E_UNTRUSTEDROOT'],
  expired: ['it, or one above it, has expired', 'renew it', 'CERT_E_EXPIRED'],
  'not-yet-valid': [
    'it is not valid yet by the clock of this server',
    'set the clock right, or wait',
    'CERT_E_EXPIRED',
  ],
  'wrong-usage': [
    'it is not meant for Server Authentication',
    'request it with another template',
    'CERT_E_WRONG_USAGE',
  ],
  'subject-mismatch': [
    'its names are not those that the use needs',
    'request it with the names that the wizard proposes',
    'CERT_E_CN_NO_MATCH',
  ],
  'certification-path-invalid': [
    'its certification path is not valid',
    'look at the Certification Path tab',
    'CERT_E_CHAINING',
  ],
};

function blocked(logon: Logon, order: AssignParameters, obstacle: AssignmentObstacle): Refusal {
  const [detail, remedy, hresult] = REASONS[obstacle];
  return new Refusal({
    code: obstacle,
    on: logon.on,
    detail: `the certificate ${order.thumbprint} cannot be assigned to ${USE_TITLES[order.use]}: ${detail}`,
    remedy,
    hresult,
  });
}

function refuseKeyStorageProvider(topology: EdgeTopology, logon: Logon, entry: StoreEntry): void {
  const key = linkedKey(machineOf(topology, logon.on), 'LocalMachine', entry);
  if (key?.provider !== 'Microsoft Software Key Storage Provider') return;
  throw new Refusal({
    code: 'unsupported-key-provider',
    on: logon.on,
    detail: `the private key lies in the "${key.provider}"`,
    remedy: 'request the certificate again with a key in the Microsoft RSA SChannel Cryptographic Provider',
    hresult: 'NTE_BUFFER_TOO_SMALL',
  });
}
