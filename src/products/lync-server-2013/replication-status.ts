import { type Console, logOn, type TypedCommand } from '../../operator/console';
import { inside } from '../../operator/logons';
import { typeCommand } from '../../operator/prompt';
import { replicationOf } from './management-shell/cs-replication-cmdlets';
import type { Replication } from './replication';

/** The replication status of an Edge Server, as an administrator sees it. */

/** The replication status of an Edge Server in the current deployment. */
export function replicationStatus({ deployment }: Pick<Console, 'deployment'>, fqdn: string): Replication {
  return replicationOf(deployment, fqdn);
}

/**
 * The command that the administrator types on the Front End Server to see the status, and the resulting event in the
 * log.
 */
export function replicationAsked(console: Console, fqdn: string, status: Replication): TypedCommand {
  const asked = typeCommand(
    logOn(console, inside(console)),
    `Get-CsManagementStoreReplicationStatus -ReplicaFqdn ${fqdn}`,
  ).typed.at(-1);
  if (!asked) throw new Error('a typed command left no record');
  if (status.upToDate) return asked;
  const { id, on, message } = status.event;
  return { ...asked, output: `${asked.output}\nevent ${id} on ${on}: ${message}` };
}
