import fc from 'fast-check';
import type { Domain, Plan, System } from '../explored-system';

/** The greatest number of single operations and partial procedures in a plan. */
const MAX_PARTS = 14;

/**
 * Random plans of single operations and partial procedures in their order, so that more than the first states are
 * reached. They shrink to a plain setting, fewer servers and fewer operations.
 */
export function plansOf<D extends Domain>({ operations, settings }: System<D>): fc.Arbitrary<Plan<D>> {
  type Part = readonly D['operation'][];
  const procedures = operations.procedures.map((procedure) => fc.subarray([...procedure]));
  const parts: fc.Arbitrary<Part> = fc.oneof(
    { arbitrary: operations.random.map((one): Part => [one]), weight: 3 },
    { arbitrary: fc.oneof(...procedures), weight: 1 },
  );
  return fc
    .tuple(settings.random, fc.array(parts, { maxLength: MAX_PARTS, size: 'max' }))
    .map(([setting, chosen]) => ({ setting, operations: chosen.flat() }));
}
