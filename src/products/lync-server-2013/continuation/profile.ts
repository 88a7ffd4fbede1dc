import { linkedKey, machineOf } from '../../../windows/machine';
import { misplacedRoots } from '../../../windows/schannel';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { contentKind } from '../../../x509/content-kind';
import { lyncServerOf } from '../topology';
import { hasChain, pendingEntries, poolEntries } from './pool-certificates';

/**
 * What a step changes on a server, without what cannot be predicted: the thumbprint of a new certificate is not known
 * before the authority has issued it.
 */
export interface ServerProfile {
  readonly server: string;
  /** whether the chain of the issuing authority is complete */
  readonly chain: 'complete' | 'incomplete';
  /** the number of certificates among the trusted roots that are no roots */
  readonly misplaced: number;
  /** the number of requests for the pool that wait */
  readonly requests: number;
  /** the certificates for the pool: thumbprint, or `new`, and the private key */
  readonly certificates: readonly string[];
  /** the thumbprint of the assigned certificate, `new`, or `none` */
  readonly assigned: string;
  /** what the services present */
  readonly presented: string;
  /** the number of files with private keys */
  readonly keyFiles: number;
}

/** The name of a certificate in a profile: its thumbprint if it is known, else `new`. */
export type NameOfCertificate = (thumbprint: string) => string;

/** The profile of each of the servers. */
export function profilesOf(
  deployment: Deployment,
  pool: Pool,
  { servers, nameOf }: { readonly servers: readonly string[]; readonly nameOf: NameOfCertificate },
): readonly ServerProfile[] {
  return servers.map((server) => {
    const machine = machineOf(deployment, server);
    const { assigned, running } = lyncServerOf(deployment, server);
    const called = (thumbprint: string | undefined): string => (thumbprint === undefined ? 'none' : nameOf(thumbprint));
    const certificates = poolEntries(machine, pool).map((entry) => {
      const key = linkedKey(machine, 'LocalMachine', entry);
      return `${nameOf(entry.certificate.thumbprint)} ${key ? (key.exportable ? EXPORTABLE : WITH_KEY) : WITHOUT_KEY}`;
    });
    return {
      server,
      chain: hasChain(deployment, server) ? 'complete' : 'incomplete',
      misplaced: misplacedRoots(machine).length,
      requests: pendingEntries(machine, pool).length,
      certificates: [...certificates].sort(),
      assigned: called(assigned.Internal),
      presented: running === null ? 'none' : called(running.Internal),
      keyFiles: [...machine.disk.files.values()].filter(({ bytes }) => contentKind(bytes) === 'pkcs12').length,
    };
  });
}

const WITH_KEY = 'with its key';
const EXPORTABLE = 'with an exportable key';
const WITHOUT_KEY = 'without its key';
