import { isDeepStrictEqual } from 'node:util';
import type { ProposedCheck } from './checks';
import type { Trial } from './slip-trial';
import type { Walk } from './walk';

/** Whether slips are noticed before services use the new certificate. */

/** The index of the first step that starts services with other certificates; the number of steps if none does. */
export function servicesStart({ steps, states }: Walk): number {
  const found = steps.findIndex((_, index) => {
    const [before, after] = [states[index], states[index + 1]].map((state) => state?.console.deployment.servers);
    return [...(after ?? [])].some(
      ([fqdn, { running }]) => running !== null && !isDeepStrictEqual(running, before?.get(fqdn)?.running),
    );
  });
  return found < 0 ? steps.length : found;
}

/**
 * Whether a step or the proposed check notices the slip before services start; null if there is nothing to notice, or if
 * the services run before the slip is made.
 */
export function isNoticedInTime(
  walk: Walk,
  { slip, notice, isHarmless }: Trial,
  check: ProposedCheck | null | undefined,
): boolean | null {
  const start = servicesStart(walk);
  if (isHarmless || slip.at > start) return null;
  return (notice !== null && notice.at <= start) || (check != null && check.after < start);
}
