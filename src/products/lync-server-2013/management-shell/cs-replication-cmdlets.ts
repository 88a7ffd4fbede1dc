import type { Cmdlet, CmdletCall, CmdletResult } from '../../../operator/powershell/cmdlet';
import type { PsObject } from '../../../operator/powershell/objects';
import { clockOf, machineOf } from '../../../windows/machine';
import { peerPath } from '../../../windows/schannel';
import type { Deployment } from '../../../world/deployment';
import { revocationOf } from '../../../world/revocation';
import { lyncRefusal } from '../lync-refusals';
import { replicationTo } from '../replication';
import { lyncServerOf } from '../topology';
import { FORCE } from './cs-parameters';

/** The release of Lync Server 2013 that replicas report. */
const PRODUCT_VERSION = '5.0.8308.0';

/** The cmdlets of Lync Server for replication. They need the Central Management store, so that an Edge Server has none. */
export const REPLICATION_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Get-CsManagementStoreReplicationStatus',
    source: 'Microsoft: Get-CsManagementStoreReplicationStatus',
    parameters: [
      { name: 'ReplicaFqdn', type: 'String', position: 2 },
      { name: 'CentralManagementStoreStatus', type: 'SwitchParameter' },
    ],
    run: status,
  },
  {
    name: 'Invoke-CsManagementStoreReplication',
    source: 'Microsoft: Invoke-CsManagementStoreReplication',
    parameters: [{ name: 'ReplicaFqdn', type: 'String', position: 2 }, FORCE],
    run: (call) => {
      replicasIn(call);
      return { deployment: call.deployment };
    },
  },
];

/** The names of the Edge Servers that the line asks for: one, or all. */
function replicasIn({ deployment, logon, bound }: CmdletCall): readonly string[] {
  if (lyncServerOf(deployment, logon.on).role !== 'front-end')
    throw lyncRefusal('management-store-unreachable', logon.on, { server: deployment.environment.internalServer.fqdn });
  const replicas = deployment.pools.flatMap(({ servers }) => servers);
  const wanted = bound.text('ReplicaFqdn').toLowerCase();
  const named = replicas.filter((fqdn) => wanted === '' || fqdn.toLowerCase() === wanted);
  if (named.length === 0)
    throw lyncRefusal('no-such-replica', logon.on, { replica: bound.text('ReplicaFqdn'), replicas });
  return named;
}

/** A replica that is up to date has just reported; what another one reported last is not kept. */
function status(call: CmdletCall): CmdletResult {
  const { deployment, logon, bound } = call;
  const replicas = replicasIn(call);
  const at = clockOf(deployment, machineOf(deployment, logon.on));
  const upToDate = (fqdn: string): boolean => replicationOf(deployment, fqdn).upToDate;
  if (bound.flag('CentralManagementStoreStatus')) {
    const properties = {
      ActiveMasterFqdn: logon.on,
      ActiveReplicas: replicas.filter(upToDate),
      DeletedReplicas: [],
    };
    return { deployment, objects: [{ properties, view: { as: 'list' } }] };
  }
  const objects = replicas.map((fqdn): PsObject => {
    const properties = {
      UpToDate: upToDate(fqdn),
      ReplicaFqdn: fqdn,
      LastStatusReport: upToDate(fqdn) ? { at } : null,
      LastUpdateCreation: { at },
      ProductVersion: upToDate(fqdn) ? PRODUCT_VERSION : '',
    };
    return { properties, view: { as: 'list' } };
  });
  return { deployment, objects };
}

/** The replication to an Edge Server in the current deployment. */
export function replicationOf(deployment: Deployment, fqdn: string): ReturnType<typeof replicationTo> {
  return replicationTo(deployment, fqdn, (on, presented) => {
    const machine = machineOf(deployment, on);
    return revocationOf(deployment, machine, peerPath(deployment, machine, presented).certificates).status;
  });
}
