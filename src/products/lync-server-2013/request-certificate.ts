import { DAY, takeBytes, takeKey } from '../../determinism';
import type { Refusal } from '../../refusal';
import { addToStore } from '../../windows/certificate-store';
import { writeFile } from '../../windows/file-system';
import { clockOf, type Machine, machineOf, withKey, withMachine, withoutKey } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { traitsOf } from '../../windows/versions';
import type { Topology } from '../../world/topology';
import { createRequest, requestPem } from '../../x509/certificate-request';
import { type KeyPair, keyPair } from '../../x509/keys/key-pair';
import type { DistinguishedName } from '../../x509/names/distinguished-name';
import type { RequestClient } from '../../x509/request-attributes';
import { signCertificate } from '../../x509/sign-certificate';
import { assumptionsOf } from './assumptions';
import { lyncRefusal } from './lync-refusals';
import type { RequestParameters } from './management-shell/command-parameters';
import { requestCommand } from './management-shell/management-shell-text';
import { namesFor } from './names-for-use';
import { type EdgePool, edgePoolOf, logged } from './topology';

/**
 * Creates a key in LocalMachine of the logged-on machine, and a PKCS #10 request for the names that the topology gives
 * the use. Also creates the pending entry in Certificate Enrollment Requests, and the file (from 04952-175). Refusals:
 * `unknown-edge-server`, and those of writing a file.
 */
export function requestCertificate<T extends Topology>(topology: T, logon: Logon, order: RequestParameters): T {
  const pool = edgePoolOf(topology, order.computerFqdn);
  if (!pool) throw unknownComputer(topology, logon, order.computerFqdn);
  const [pem, afterKey] = takeKey(topology.determinism, order.keySize);
  const [serial, determinism] = takeBytes(afterKey, 16);
  const pair = keyPair(pem);
  const subject = subjectOf(pool, order);
  const machine = pendingOn(cleared(topology, machineOf(topology, logon.on)), {
    pair,
    subject,
    order,
    serialNumber: `1${Buffer.from(serial).toString('hex').slice(1)}`,
    now: clockOf(topology, machineOf(topology, logon.on)),
  });
  const request = createRequest({
    subject,
    keyPair: pair,
    subjectAlternativeNames: alternativeNames(pool, order),
    extendedKeyUsage: ['serverAuth'],
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    ...(order.template ? { templateName: order.template } : {}),
    client: clientOf(machine, logon),
  });
  const made = withMachine({ ...topology, determinism }, machine);
  const written = writeFile(made, logon.on, order.output, Buffer.from(requestPem(request)));
  const lines = [`created a private key of ${order.keySize} bits`, `wrote the certificate request to ${order.output}`];
  return logged(written, logon.on, { command: requestCommand(order), lines });
}

/** The client information of the request. The shell hosts the cmdlet that the wizard calls too. */
function clientOf({ windows, fqdn }: Machine, { account }: Logon): RequestClient {
  const computer = (fqdn.split('.')[0] ?? fqdn).toUpperCase();
  return {
    osVersion: traitsOf(windows).number,
    machine: fqdn,
    user: account.includes('\\') ? account : `${computer}\\${account}`,
    process: 'powershell.exe',
    provider: PROVIDER,
  };
}

const PROVIDER = 'Microsoft RSA SChannel Cryptographic Provider';

/** The subject and the alternative names in the request, for the wizard's read-only page. */
export function namesRequested(
  pool: EdgePool,
  order: Pick<RequestParameters, 'use' | 'domainNames'>,
): {
  readonly subject: string;
  readonly alternatives: readonly string[];
} {
  return { subject: namesFor(pool, order.use).subject, alternatives: alternativeNames(pool, order) };
}

/** If there are alternative names, TLS ignores the subject. The subject's name is therefore repeated among them. */
function alternativeNames(pool: EdgePool, order: Pick<RequestParameters, 'use' | 'domainNames'>): readonly string[] {
  const { subject, alternatives } = namesFor(pool, order.use);
  const all = [...alternatives, ...order.domainNames];
  return all.length === 0 ? [] : [...new Set([subject, ...all])];
}

function subjectOf(pool: EdgePool, order: RequestParameters): DistinguishedName {
  const parts = [
    { type: 'C', value: order.country },
    { type: 'S', value: order.state },
    { type: 'L', value: order.city },
    { type: 'O', value: order.organization },
    { type: 'OU', value: order.unit },
    { type: 'CN', value: namesFor(pool, order.use).subject },
  ];
  return parts.filter((part) => part.value !== '');
}

interface Pending {
  readonly pair: KeyPair;
  readonly subject: DistinguishedName;
  readonly order: RequestParameters;
  readonly serialNumber: string;
  readonly now: number;
}

/** The machine with the key and the self-signed placeholder in Certificate Enrollment Requests. */
function pendingOn(machine: Machine, { pair, subject, order, serialNumber, now }: Pending): Machine {
  const [container, holder] = withKey(machine, {
    location: 'LocalMachine',
    keyPair: pair,
    exportable: order.exportable,
    provider: PROVIDER,
  });
  const certificate = signCertificate(
    {
      subject,
      publicKey: pair,
      serialNumber,
      notBefore: now,
      notAfter: now + 365 * DAY,
      hash: 'sha256',
      isCa: false,
      keyUsage: [],
      extendedKeyUsage: [],
      subjectAlternativeNames: [],
      crlDistributionPoints: [],
      authorityInformationAccess: [],
    },
    { keyPair: pair },
  );
  const entry = { certificate, friendlyName: order.friendlyName, keyContainer: container };
  return { ...holder, stores: addToStore(holder.stores, 'LocalMachine', 'REQUEST', entry) };
}

/** Removes pending entries and their keys, if a new request clears earlier ones by assumption. */
function cleared(topology: Topology, machine: Machine): Machine {
  if (!assumptionsOf(topology).newRequestClearsEarlier) return machine;
  const pending = machine.stores.LocalMachine.REQUEST;
  const keys = machine.keys.filter((key) => pending.some((entry) => entry.keyContainer === key.container));
  const without = keys.reduce(withoutKey, machine);
  const stores = { ...without.stores, LocalMachine: { ...without.stores.LocalMachine, REQUEST: [] } };
  return { ...without, stores };
}

function unknownComputer(topology: Topology, logon: Logon, computer: string): Refusal {
  return lyncRefusal('unknown-edge-server', logon.on, { computer, servers: topology.pools.flatMap((p) => p.servers) });
}
