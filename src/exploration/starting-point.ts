import type { Source } from '../determinism';
import { LYNC_SERVER_2013 } from '../products/lync-server-2013/product';
import { buildDeployment } from '../world/build-deployment';
import type { Deployment } from '../world/deployment';
import type { Environment } from '../world/environment';
import { writeEnvironment } from '../world/write-environment';
import { environmentOf, isPlain, type Setting, serversIn } from './setting';

/** The deployment of a setting; the same one each time it is asked, as far as it is remembered. */
export type Start = (setting: Setting) => Deployment;

/** Settings come again while a plan is shortened; so many are remembered. */
const MOST_STARTS = 32;

/** Builds deployments from the embedded environment, keys and bytes from that source. */
export function startingFrom(environment: Environment, source: Source): Start {
  const known = new Map<string, Deployment>();
  return (setting) => {
    const name = JSON.stringify(setting);
    const deployment =
      known.get(name) ?? buildDeployment(environmentOf(setting, environment), source, LYNC_SERVER_2013);
    const [oldest] = known.keys();
    if (known.size >= MOST_STARTS && oldest !== undefined) known.delete(oldest);
    known.set(name, deployment);
    return deployment;
  };
}

/** The sentences with which a scenario in that setting begins; none where an environment file says it all. */
export function beginning(setting: Setting): readonly string[] {
  if (!isPlain(setting)) return [];
  const servers = serversIn(setting);
  const pool = servers === 1 ? '1 Edge Server' : `${servers} Edge Servers behind a load balancer`;
  return [`Given a pool of ${pool}`, 'And it is assumed that the check mark is for the internal certificate alone'];
}

/** What the environment file has to hold for the scenario; null where the embedded environment will do. */
export function environmentFileFor(setting: Setting, { environment }: Deployment): string | null {
  return isPlain(setting) ? null : writeEnvironment(environment);
}
