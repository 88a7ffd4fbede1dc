import type { Console, TypedCommand } from '../../operator/console';
import { machineOf } from '../../windows/machine';
import { revocationStatus } from '../../world/revocation';
import { type Replication, replicationTo } from './replication';

/** What an administrator sees of replication to an Edge Server. */

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
