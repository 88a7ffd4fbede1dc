import type { PickleStep } from '@cucumber/messages';
import { namedValues } from '../../operator/named-values';
import type { Slip, SlipPlace } from '../slip';
import type { Walk, WalkStep } from '../walk';
import { slipFact } from './slip-facts';

/**
 * Steps of another procedure in between. People slip into a procedure that begins in the same way (Reason 1990, "capture").
 * So each other plan gives one representative for each stage: its steps of the stage with the same id, on its first machine.
 */
export function intrusions({ walk, at, step, others }: SlipPlace): readonly Slip[] {
  const stage = step.place?.stage;
  if (!stage || walk.steps[at - 1]?.place?.stage.id === stage.id) return [];
  return others.flatMap((other): readonly Slip[] => {
    const intruding = firstPart(other, stage.id);
    if (intruding.length === 0) return [];
    const description = slipFact('slip.intrusion', {
      part: intruding[0]?.place?.stage.title ?? '',
      procedure: other.address,
    });
    const instead = [...intruding.map((one) => ownValues(other, one)), step.step];
    return [{ kind: 'intrusion', description, at, instead, next: at + 1 }];
  });
}

/** The actions of a stage on the first machine that it concerns. */
function firstPart({ steps }: Walk, stage: string): readonly WalkStep[] {
  const first = steps.find(({ place }) => place?.stage.id === stage)?.place?.machine;
  return steps.filter(({ place, isCheck }) => !isCheck && place?.stage.id === stage && place.machine === first);
}

/** The step with the values that it has in its own procedure, such as the names of files. */
function ownValues({ states }: Walk, { step }: WalkStep): PickleStep {
  const deployment = states[0]?.console.deployment;
  const { password: _, ...values } = deployment ? namedValues(deployment) : { password: '' };
  const written = JSON.stringify(step);
  return JSON.parse(
    written.replace(/\{(\w[^{}"]*)\}/g, (found, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value ? JSON.stringify(value).slice(1, -1) : found;
    }),
  );
}
