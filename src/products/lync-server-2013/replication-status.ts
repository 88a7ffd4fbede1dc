import type { Console, TypedCommand } from '../../operator/console';
import { machineOf } from '../../windows/machine';
import { revocationStatus } from '../../world/revocation';
import { managementShellOf } from './management-shell/management-shell';
import { type Replication, replicationTo } from './replication';

/** The replication status of an Edge Server, as an administrator sees it. */

/** The replication status of an Edge Server in the current deployment. */
export function replicationStatus({ deployment }: Pick<Console, 'deployment'>, fqdn: string): Replication {
  return replicationTo(deployment, fqdn, (on, certificate) =>
    revocationStatus(deployment, machineOf(deployment, on), certificate),
  );
}

/**
 * The command that the administrator types on the Front End Server to see the status, and the resulting event in the
 * log.
 */
export function replicationAsked(
  { deployment }: Pick<Console, 'deployment'>,
  fqdn: string,
  status: Replication,
): TypedCommand {
  const lines = [`ReplicaFqdn : ${fqdn}`, `UpToDate    : ${status.upToDate ? 'True' : 'False'}`];
  const event = status.upToDate ? [] : [`event ${status.event.id} on ${status.event.on}: ${status.event.message}`];
  return {
    shell: managementShellOf(deployment),
    on: deployment.environment.internalServer.fqdn,
    text: `Get-CsManagementStoreReplicationStatus -ReplicaFqdn ${fqdn}`,
    output: [...lines, ...event].join('\n'),
  };
}
