import type { Domain, Plan } from '../explored-system';

/**
 * The plan with as few operations, in as plain a setting, as still break the law. Continues where fast-check, which tries
 * each part once, has stopped. `simplifications` gives the candidates, the best first.
 */
export function shortened<D extends Domain>(
  plan: Plan<D>,
  simplifications: (plan: Plan<D>) => readonly Plan<D>[],
  breaks: (plan: Plan<D>) => boolean,
): Plan<D> {
  const shorter = simplifications(plan).find(breaks);
  return shorter ? shortened(shorter, simplifications, breaks) : plan;
}
