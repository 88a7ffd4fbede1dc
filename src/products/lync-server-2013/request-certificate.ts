import type { Refusal } from '../../refusal';
import { requireAdministrator } from '../../windows/administrators';
import { writeFile } from '../../windows/file-system';
import { type Machine, machineOf, withMachine, withoutKey } from '../../windows/machine';
import { createPendingRequest } from '../../windows/pending-request';
import type { Logon } from '../../windows/program';
import type { Topology } from '../../world/topology';
import { requestPem } from '../../x509/certificate-request';
import type { DistinguishedName } from '../../x509/names/distinguished-name';
import { assumptionsOf } from './assumptions';
import { lyncRefusal } from './lync-refusals';
import type { RequestParameters } from './management-shell/command-parameters';
import { requestCommand } from './management-shell/management-shell-text';
import { reported } from './management-shell/report';
import { namesFor } from './names-for-use';
import { type EdgePool, edgePoolOf } from './topology';

/**
 * Creates a key in LocalMachine of the logged-on machine, and a PKCS #10 request for the names that the topology gives
 * the use. Also creates the pending entry in Certificate Enrollment Requests, and the file (from 04952-175). Refusals:
 * `not-an-administrator`, `unknown-edge-server`, and those of writing a file.
 */
export function requestCertificate<T extends Topology>(topology: T, logon: Logon, order: RequestParameters): T {
  requireAdministrator(topology, logon);
  const pool = edgePoolOf(topology, order.computerFqdn);
  if (!pool) throw unknownComputer(topology, logon, order.computerFqdn);
  const { on } = logon;
  const [request, made] = createPendingRequest(
    withMachine(topology, cleared(topology, machineOf(topology, on))),
    logon,
    {
      process: 'powershell.exe',
      location: 'LocalMachine',
      keySize: order.keySize,
      exportable: order.exportable,
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
      friendlyName: order.friendlyName,
      subject: subjectOf(pool, order),
      subjectAlternativeNames: alternativeNames(pool, order),
      extendedKeyUsage: ['serverAuth', ...(order.clientEku ? ['clientAuth'] : [])],
      keyUsage: ['digitalSignature', 'keyEncipherment'],
      ...(order.template ? { templateName: order.template } : {}),
    },
  );
  const written = writeFile(made, on, order.output, Buffer.from(requestPem(request)));
  const lines = [`created a private key of ${order.keySize} bits`, `wrote the certificate request to ${order.output}`];
  return reported(written, logon, { command: requestCommand(order), lines }, order.report);
}

/** What decides the names of a request. */
type NameChoices = Pick<RequestParameters, 'uses' | 'domainNames' | 'allSipDomains'>;

/** The subject and the alternative names in the request, for the wizard's read-only page. */
export function namesRequested(
  pool: EdgePool,
  order: NameChoices,
): {
  readonly subject: string;
  readonly alternatives: readonly string[];
} {
  return { subject: subjectName(pool, order), alternatives: alternativeNames(pool, order) };
}

/** If there are alternative names, TLS ignores the subject. The subject's name is therefore repeated among them. */
function alternativeNames(pool: EdgePool, order: NameChoices): readonly string[] {
  const sipDomains = order.allSipDomains ? pool.sipDomains : pool.sipDomains.slice(0, 1);
  const all = [
    ...order.uses.flatMap((use) => namesFor({ ...pool, sipDomains }, use).alternatives),
    ...order.domainNames,
  ];
  return all.length === 0 ? [] : [...new Set([subjectName(pool, order), ...all])];
}

/** The name of the first use; the product names a certificate for several uses by the first one. */
function subjectName(pool: EdgePool, { uses: [use = 'Internal'] }: NameChoices): string {
  return namesFor(pool, use).subject;
}

function subjectOf(pool: EdgePool, order: RequestParameters): DistinguishedName {
  const parts = [
    { type: 'C', value: order.country },
    { type: 'S', value: order.state },
    { type: 'L', value: order.city },
    { type: 'O', value: order.organization },
    { type: 'OU', value: order.unit },
    { type: 'CN', value: subjectName(pool, order) },
  ];
  return parts.filter((part) => part.value !== '');
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
