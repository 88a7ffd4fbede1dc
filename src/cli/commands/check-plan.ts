import { readText } from '../../package/text-file';
import { comparedWithPlan, type PlanComparison } from '../../products/lync-server-2013/continuation/expectation';
import { readPlanDocument } from '../../products/lync-server-2013/continuation/plan-document';
import { readCollected } from '../input/collected-pool';
import { existing } from '../input/existing-path';

/** What the states are compared with. */
export interface PlanToCheck {
  readonly environment: string;
  /** the JSON of `rehearse plan` */
  readonly plan: string;
  /** the number of the step after which the states were collected */
  readonly after?: number;
}

/**
 * Compares the states with the plan of each of its pools. Throws an InputError for a plan that cannot be read, and for
 * states that contain no server of its pool.
 */
export function comparedStates(
  inputs: readonly string[],
  { environment, plan, after }: PlanToCheck,
): readonly PlanComparison[] {
  existing(plan, `there is no plan ${plan}; make one with: rehearse plan --json`);
  const { pools } = readPlanDocument(readText(plan), plan);
  const { rehearsed, known, unknownUse } = readCollected(inputs, environment);
  const { deployment, originals } = rehearsed;
  const originalOf = (thumbprint: string): string => originals.get(thumbprint) ?? thumbprint;
  return pools.map((pool) => comparedWithPlan(pool, { deployment, known, unknownUse, originalOf }, after));
}
