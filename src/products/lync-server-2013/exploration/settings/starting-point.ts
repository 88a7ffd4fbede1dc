import type { Source } from '../../../../determinism';
import type { StartOf } from '../../../../exploration/explored-system';
import { buildDeployment } from '../../../../world/build-deployment';
import type { Deployment } from '../../../../world/deployment';
import type { Environment } from '../../../../world/environment';
import { writeEnvironment } from '../../../../world/environment-file/write-environment';
import { LYNC_SERVER_2013 } from '../../product';
import type { PoolDomain } from '../domain';
import { environmentOf, isPlain, type Setting, serversIn } from './setting';

/** Settings recur while a plan is shortened; the memo holds this number of deployments. */
const MAX_DEPLOYMENTS = 32;

/** Builds deployments from that environment, with keys and bytes from that source. */
export function startingFrom(environment: Environment, source: Source): StartOf<PoolDomain> {
  const memo = new Map<string, Deployment>();
  return (setting) => {
    const name = JSON.stringify(setting);
    const deployment = memo.get(name) ?? buildDeployment(environmentOf(setting, environment), source, LYNC_SERVER_2013);
    const [oldest] = memo.keys();
    if (memo.size >= MAX_DEPLOYMENTS && oldest !== undefined) memo.delete(oldest);
    memo.set(name, deployment);
    return deployment;
  };
}

/** The Given steps of a scenario in that setting; none where an environment file describes the setting. */
export function givenSteps(setting: Setting): readonly string[] {
  if (!isPlain(setting)) return [];
  const servers = serversIn(setting);
  const pool = servers === 1 ? '1 Edge Server' : `${servers} Edge Servers behind a load balancer`;
  return [`Given a pool of ${pool}`, 'And it is assumed that the check mark is for the internal certificate alone'];
}

/** The environment file of the scenario; null where the embedded environment is enough. */
export function environmentFileFor(setting: Setting, { environment }: Deployment): string | null {
  return isPlain(setting) ? null : writeEnvironment(environment);
}
