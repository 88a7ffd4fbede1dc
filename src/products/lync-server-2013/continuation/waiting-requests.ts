import { folderOf, withFolder, writeFile } from '../../../windows/file-system';
import { linkedKey, machineOf, withMachine } from '../../../windows/machine';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { createRequest, requestPem } from '../../../x509/certificate-request';
import { pendingEntries } from './pool-certificates';

/** A request on the first server of a pool that waits for its response. */
export interface WaitingRequest {
  /** of its entry in the store for requests */
  readonly thumbprint: string;
  /** its certificate will have it, too */
  readonly friendlyName: string;
  /** the content of its file, in PEM */
  readonly text: string;
}

/** The requests of the first server of the pool that wait and whose private keys are known, the newest first. */
export function waitingRequests(deployment: Deployment, pool: Pool): readonly WaitingRequest[] {
  const [first = ''] = pool.servers;
  const machine = machineOf(deployment, first);
  return [...pendingEntries(machine, pool)].reverse().flatMap((entry) => {
    const key = linkedKey(machine, 'LocalMachine', entry)?.keyPair;
    if (!key || key.privateKeyPem === '') return [];
    const request = createRequest({
      subject: entry.certificate.subject,
      keyPair: key,
      subjectAlternativeNames: [],
      extendedKeyUsage: ['serverAuth'],
      keyUsage: ['digitalSignature', 'keyEncipherment'],
    });
    const { friendlyName, certificate } = entry;
    return [{ thumbprint: certificate.thumbprint, friendlyName, text: requestPem(request) }];
  });
}

/** The deployment with the file of a request on the internal server. */
export function withRequestFile(deployment: Deployment, text: string): Deployment {
  const { files, internalServer } = deployment.environment;
  const machine = machineOf(deployment, internalServer.fqdn);
  const disk = withFolder(machine.disk, folderOf(files.request));
  const prepared = withMachine(deployment, { ...machine, disk });
  return writeFile(prepared, internalServer.fqdn, files.request, Buffer.from(text));
}
