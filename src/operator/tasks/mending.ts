import { type Replication, replicationTo } from '../../products/lync-server-2013/replication';
import type { EdgePool } from '../../products/lync-server-2013/topology';
import { deleteFile, fileExists, readFile, writeFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import { misplacedRoots } from '../../windows/schannel';
import { type Deployment, firstPool } from '../../world/deployment';
import { revocationStatus } from '../../world/revocation';
import { type Console, seatOf, type TypedCommand } from '../console';
import { exportedFile } from '../named-values';
import { typeCommand } from '../prompt';
import { edge } from './whole-procedure';

/** What an administrator does when something is wrong, and what he looks at. */

/** Moves the intermediate certificates out of the Trusted Root store of the server where the person sits. */
export function moveIntermediates(console: Console): Console {
  const { on } = seatOf(console);
  const { chain } = console.deployment.environment.files;
  const misplaced = misplacedRoots(machineOf(console.deployment, on));
  const added = typeCommand(console, `certutil -addstore CA "${chain}"`);
  return misplaced.reduce((c, { serialNumber }) => typeCommand(c, `certutil -delstore Root ${serialNumber}`), added);
}

/** Joins the newest certificate for the pool to its private key again, on the server where the person sits. */
export function repairLink(console: Console, pool: EdgePool): Console {
  const { My } = machineOf(console.deployment, seatOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => certificate.subject.some(({ value }) => value === pool.fqdn));
  return typeCommand(console, `certutil -repairstore My ${entry?.certificate.serialNumber ?? '0'}`);
}

/** Deletes the exported file wherever the pool can reach it. */
export function putExportAway(console: Console, pool: EdgePool): Console {
  const [first = ''] = pool.servers;
  const at = edge(console, first);
  const path = exportedFile(at.deployment, pool);
  const there = fileExists(at.deployment, first, path);
  return there ? { ...at, deployment: deleteFile(at.deployment, first, path) } : at;
}

/** The request or the response is no longer where it lay on the internal server. */
export function lost(deployment: Deployment, file: 'request' | 'response'): Deployment {
  const { files, internalServer } = deployment.environment;
  return deleteFile(deployment, internalServer.fqdn, files[file]);
}

/** The response has arrived on the first server of the pool by half. */
export function cutShort(deployment: Deployment): Deployment {
  const [on = ''] = firstPool(deployment).servers;
  const { response } = deployment.environment.files;
  const bytes = readFile(deployment, on, response);
  return writeFile(deployment, on, response, bytes.slice(0, Math.floor(bytes.length / 2)));
}

/** Whether an Edge Server is replicated to, as the deployment is now. */
export function replicationStatus({ deployment }: Pick<Console, 'deployment'>, fqdn: string): Replication {
  return replicationTo(deployment, fqdn, (on, certificate) =>
    revocationStatus(deployment, machineOf(deployment, on), certificate),
  );
}

/** What the administrator types on the Front End Server to see that status, and the event that he finds in the log then. */
export function replicationAsked(
  { deployment }: Pick<Console, 'deployment'>,
  fqdn: string,
  status: Replication,
): TypedCommand {
  const lines = [`ReplicaFqdn : ${fqdn}`, `UpToDate    : ${status.upToDate ? 'True' : 'False'}`];
  const event = status.upToDate ? [] : [`event ${status.event.id} on ${status.event.on}: ${status.event.message}`];
  return {
    shell: 'Lync Server Management Shell',
    on: deployment.environment.internalServer.fqdn,
    text: `Get-CsManagementStoreReplicationStatus -ReplicaFqdn ${fqdn}`,
    output: [...lines, ...event].join('\n'),
  };
}
