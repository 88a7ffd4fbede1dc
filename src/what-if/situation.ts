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
  return one.looked === other.looked && sameFuture(one.console.deployment, other.console.deployment);
}

/** Whether the same operations have equal results in both deployments: they also have the same time and chance left. */
export function sameFuture(one: Deployment, other: Deployment): boolean {
  return isDeepStrictEqual(one.determinism, other.determinism) && sameEnd(one, other);
}

function serversOf({ servers }: Deployment) {
  return [...servers.values()].map(({ log: _, ...state }) => state);
}
