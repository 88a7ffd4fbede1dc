import type { CertificationAuthority } from '../../../../adcs/authority';
import { machineOf } from '../../../../windows/machine';
import { authorityNamed, type Deployment, issuingAuthority, PUBLIC_AUTHORITY } from '../../../../world/deployment';
import type { Pool } from '../../../../world/topology';
import { storedEntry } from '../../../../world/topology';
import type { Certificate } from '../../../../x509/certificate';
import { commonName } from '../../../../x509/names/distinguished-name';
import { lyncServerOf } from '../../topology';
import type { CertifiedKey } from './model';

/** The names of the keys and certificates that an operation may have created. The model does not predict them. */
export interface Created {
  /** the key of the newest request on the server */
  readonly key: string;
  /** the certificate that the issuing authority has issued last */
  readonly certified: CertifiedKey;
  /** the certificate that is assigned on the first server */
  readonly assigned: CertifiedKey;
  /** the newest certificate for an external interface */
  readonly external: CertifiedKey;
}

/** Reads from the deployment what an operation on the server at that position may have created. */
export function createdBy(position: number, pool: Pool, deployment: Deployment): Created {
  const [first = ''] = pool.servers;
  const server = pool.servers[position] ?? first;
  const { REQUEST } = machineOf(deployment, server).stores.LocalMachine;
  const { assigned } = lyncServerOf(deployment, first);
  return {
    key: REQUEST.at(-1)?.certificate.publicKeyId ?? '',
    certified: certifiedBy(newestIssued(issuingAuthority(deployment)), pool),
    assigned: certifiedBy(storedEntry(machineOf(deployment, first), assigned.Internal)?.certificate, pool),
    external: certifiedBy(newestIssued(authorityNamed(deployment, PUBLIC_AUTHORITY)), pool),
  };
}

function newestIssued(authority: CertificationAuthority): Certificate | undefined {
  const disposition = authority.requests.at(-1)?.disposition;
  return disposition?.kind === 'issued' ? disposition.certificate : undefined;
}

function certifiedBy(certificate: Certificate | undefined, pool: Pool): CertifiedKey {
  const ours = certificate !== undefined && commonName(certificate.subject) === pool.fqdn;
  return { certificate: certificate?.thumbprint ?? '', key: certificate?.publicKeyId ?? '', ours };
}
