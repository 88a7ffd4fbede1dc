import { isDeepStrictEqual } from 'node:util';
import type { Deployment } from '../world/deployment';
import { sameState } from '../world/same-state';
import type { ScenarioWorld } from './scenario-world';

/** When two scenarios are the same for what follows. */

/**
 * Whether two deployments are equal in what counts for an operator, and in what the servers do: which certificates their
 * services present, and whether they run. Logs do not count.
 */
export function sameEnd(one: Deployment, other: Deployment): boolean {
  return one === other || (isDeepStrictEqual(serversOf(one), serversOf(other)) && sameState(one, other));
}

/** Whether all that follows is equal in both scenarios if it begins with a logon, which closes the open windows. */
export function sameSituation(one: ScenarioWorld, other: ScenarioWorld): boolean {
  const [a, b] = [one.console.deployment, other.console.deployment];
  return one.looked === other.looked && isDeepStrictEqual(a.determinism, b.determinism) && sameEnd(a, b);
}

function serversOf({ servers }: Deployment) {
  return [...servers.values()].map(({ log: _, ...state }) => state);
}
