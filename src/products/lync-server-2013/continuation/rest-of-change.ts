import type { ContinuedStep, FoundRest, Verdicts } from '../../../exploration/continuation/continuation';
import { searchRest } from '../../../exploration/continuation/search-rest';
import { judgePool } from '../../../judge/judge';
import { consoleOn } from '../../../operator/console';
import { type Deployment, withFirstPool } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { approachesFor } from './approaches';

/** What remains to be done on a pool. */
export interface RestOfChange {
  readonly pool: Pool;
  /** what the judge finds before any step */
  readonly before: Verdicts;
  /** the approach with the fewest steps; its steps are null if no approach leads to a pool without errors */
  readonly found: FoundRest;
  /** the other approaches that were tried */
  readonly others: readonly FoundRest[];
}

export interface RestOptions {
  /** a certificate that ends within this number of days is not enough */
  readonly ahead: number;
  /** the largest number of states for each approach */
  readonly mostStates: number;
}

/** Finds the fewest steps that lead to a consistent pool. A pool that the deployment does not have is a bug. */
export function restOfChange(deployment: Deployment, fqdn: string, options: RestOptions): RestOfChange {
  const start = withFirstPool(deployment, fqdn);
  const pool = start?.pools[0];
  if (!start || !pool) throw new Error(`the deployment has no pool ${fqdn}`);
  const judge = (one: Deployment): Verdicts => verdictsOn(one, pool, options.ahead);
  const results = approachesFor(start, pool).map((approach) =>
    searchRest(consoleOn(start), approach, { judge, mostStates: options.mostStates }),
  );
  const [found, ...others] = [...results].sort((one, other) => costOf(one) - costOf(other));
  if (!found) throw new Error('there is no approach');
  return { pool, before: judge(start), found, others };
}

/** The errors and warnings about a pool, also those of the next days. */
export function verdictsOn(deployment: Deployment, pool: Pool, ahead: number): Verdicts {
  const findings = judgePool(deployment, pool, ahead);
  return {
    errors: findings.filter(({ severity }) => severity === 'error'),
    warnings: findings.filter(({ severity }) => severity === 'warning'),
  };
}

/** Fewer errors come first, then no warnings, then fewer steps. */
function costOf({ steps, verdicts: { errors, warnings } }: FoundRest): number {
  return errors.length * 1_000_000 + (warnings.length > 0 ? 10_000 : 0) + (steps?.length ?? 1000);
}

/**
 * Whether the services keep working after a step: each server without an error at the start has none, and so has the
 * pool as a whole.
 */
export function isSafeStop({ after }: ContinuedStep, { pool, before }: RestOfChange): boolean {
  const failing = new Set(before.errors.map(({ server }) => server));
  return verdictsOn(after.deployment, pool, 0).errors.every(({ server }) => failing.has(server));
}
