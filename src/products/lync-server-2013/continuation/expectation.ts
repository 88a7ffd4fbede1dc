import { InputError } from '../../../input-error';
import type { Deployment } from '../../../world/deployment';
import type { PlanOfPool } from './plan-document';
import { profilesOf, type ServerProfile } from './profile';

/** How a pool differs from what its plan predicts after a step. */
export interface PlanComparison {
  readonly pool: string;
  /** the number of the step; 0: before the first one */
  readonly after: number;
  readonly differences: readonly ProfileDifference[];
  /** servers of the pool without a state, which are not compared */
  readonly notCompared: readonly string[];
  /** the assumptions that predict exactly what was found, each with its value */
  readonly explanations: readonly { readonly assumption: string; readonly value: string | number | boolean }[];
}

/** One part of a server that is not as predicted. */
export interface ProfileDifference {
  readonly server: string;
  readonly part: Exclude<keyof ServerProfile, 'server'>;
  readonly expected: string;
  readonly found: string;
}

/** A pool whose servers were collected again. */
export interface CollectedAgain {
  readonly deployment: Deployment;
  /** the servers with a state */
  readonly known: readonly string[];
  /** the servers whose state does not tell what their services present */
  readonly unknownUse: readonly string[];
  /** the thumbprint of the real certificate, for that of the one that replaces it */
  readonly originalOf: (thumbprint: string) => string;
}

/**
 * Compares a pool with its plan after that step; without a number, after the step with the fewest differences, the last
 * of several. Only servers with a state are compared. Throws an InputError for a step or a server that the plan does not
 * have, and for a pool without a server that has a state.
 */
export function comparedWithPlan(plan: PlanOfPool, collected: CollectedAgain, after?: number): PlanComparison {
  const pool = collected.deployment.pools.find(({ fqdn }) => fqdn === plan.pool);
  const servers = pool?.servers.filter((server) => collected.known.includes(server)) ?? [];
  if (!pool || servers.length === 0)
    throw new InputError(`the states contain no server of the pool ${plan.pool}, which the plan is for; give them`);
  const unplanned = servers.find((server) => !plan.expected.every((all) => all.some((one) => one.server === server)));
  if (unplanned !== undefined)
    throw new InputError(`the plan of ${plan.pool} says nothing about ${unplanned}; plan again from its state too`);
  const last = plan.expected.length - 1;
  if (after !== undefined && after > last)
    throw new InputError(
      `the plan of ${plan.pool} has ${last} steps, and no step ${after}; give a number from 0 to ${last}`,
    );
  const known = new Set(JSON.stringify(plan.expected[0]).match(/[0-9A-F]{40}/g) ?? []);
  const nameOf = (thumbprint: string): string => {
    const original = collected.originalOf(thumbprint);
    return known.has(original) ? original : 'new';
  };
  const found = profilesOf(collected.deployment, pool, { servers, nameOf });
  const isKnown = ({ server, part }: ProfileDifference): boolean =>
    part !== 'presented' || !collected.unknownUse.includes(server);
  const compare = (expected: readonly ServerProfile[]) => differencesIn(expected, found).filter(isKnown);
  const differences = plan.expected.map(compare);
  const step = after ?? closest(differences);
  const own = differences[step] ?? [];
  return {
    pool: plan.pool,
    after: step,
    differences: own,
    notCompared: pool.servers.filter((server) => !servers.includes(server)),
    explanations: own.length > 0 ? explained(plan, step, compare) : [],
  };
}

function closest(differences: readonly (readonly ProfileDifference[])[]): number {
  const fewest = Math.min(...differences.map(({ length }) => length));
  return differences.findLastIndex(({ length }) => length === fewest);
}

function explained(
  { expected, otherwise }: PlanOfPool,
  step: number,
  compare: (expected: readonly ServerProfile[]) => readonly ProfileDifference[],
): PlanComparison['explanations'] {
  return otherwise
    .filter(({ after, profiles }) => {
      if (after !== step) return false;
      const changed = (expected[step] ?? []).map((one) => profiles.find(({ server }) => server === one.server) ?? one);
      return compare(changed).length === 0;
    })
    .map(({ assumption, value }) => ({ assumption, value }));
}

const PARTS = ['chain', 'misplaced', 'requests', 'certificates', 'assigned', 'presented', 'keyFiles'] as const;

function differencesIn(
  expected: readonly ServerProfile[],
  found: readonly ServerProfile[],
): readonly ProfileDifference[] {
  return found.flatMap((profile) => {
    const wanted = expected.find(({ server }) => server === profile.server);
    if (!wanted) return [];
    return PARTS.flatMap((part) => {
      const [was, is] = [shown(wanted[part]), shown(profile[part])];
      return was === is ? [] : [{ server: profile.server, part, expected: was, found: is }];
    });
  });
}

function shown(value: string | number | readonly string[]): string {
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}
