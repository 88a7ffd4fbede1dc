import type { Slip, SlipPlace } from '../slip';
import type { WalkStep } from '../walk';
import { slipFact } from './slip-facts';

/** An earlier stage on the same machine is done again, before a stage begins. */
export function repeatedStages({ walk, at, step }: SlipPlace): readonly Slip[] {
  const { place } = step;
  if (!place || partOf(walk.steps[at - 1]) === partOf(step)) return [];
  const earlier = walk.steps.slice(0, at).filter((one) => one.place?.machine === place.machine && !one.isCheck);
  return [...new Set(earlier.map(partOf))].map((part): Slip => {
    const again = earlier.filter((one) => partOf(one) === part);
    const description = slipFact('slip.stage', { part: again[0]?.place?.stage.title ?? '' });
    return { kind: 'done twice', description, at, instead: [...again, step].map((one) => one.step), next: at + 1 };
  });
}

function partOf(step: WalkStep | undefined): string {
  return `${step?.place?.stage.id} ${step?.place?.machine}`;
}
