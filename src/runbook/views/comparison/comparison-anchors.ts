import type { Comparison } from '../../comparison/comparison';

/** The comparison in which each change has an anchor: its place among the others, the same in every language. */
export function withAnchors(comparison: Comparison): object {
  const numbered = <T extends object>(things: readonly T[], within: string) =>
    things.map((thing, index) => ({ ...thing, anchor: `${within}-${index + 1}` }));
  const procedures = numbered(comparison.procedures, 'change').map(({ scenarios, ...procedure }) => ({
    ...procedure,
    scenarios: numbered(scenarios, procedure.anchor).map(({ steps, ...scenario }) => ({
      ...scenario,
      steps: numbered(steps, scenario.anchor),
    })),
  }));
  return { ...comparison, procedures };
}
