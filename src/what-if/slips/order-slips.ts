import type { PickleStep } from '@cucumber/messages';
import { isLogon } from '../rest-of-walk';
import type { Slip, SlipPlace } from '../slip';
import { partOf } from '../walk';
import { slipFact } from './slip-facts';

/** Slips that change which steps are done, and in which order. */

/** The step is not done. */
export function leftOut({ at }: SlipPlace): readonly Slip[] {
  return [{ kind: 'left out', description: slipFact('slip.left-out'), at, instead: [], next: at + 1 }];
}

/** An action is done twice. */
export function doneTwice({ at, step }: SlipPlace): readonly Slip[] {
  if (step.isCheck) return [];
  const instead = [step.step, step.step];
  return [{ kind: 'done twice', description: slipFact('slip.twice'), at, instead, next: at + 1 }];
}

/** The step and the next one change places. */
export function nextStepFirst({ walk, at, step }: SlipPlace): readonly Slip[] {
  const next = walk.steps[at + 1];
  if (!next || (step.isCheck && next.isCheck)) return [];
  const instead = [next.step, step.step];
  return [{ kind: 'next step first', description: slipFact('slip.next-first'), at, instead, next: at + 2 }];
}

/** The rest of a part is left out: a part of a plan is what is done on one machine in one stage. */
export function jumpedAhead({ walk, at, step }: SlipPlace): readonly Slip[] {
  const next = walk.steps.findIndex((other, index) => index > at && partOf(other) !== partOf(step));
  const title = walk.steps[next]?.place?.stage.title;
  if (next < at + 2 || title === undefined) return [];
  return [{ kind: 'jumped ahead', description: slipFact('slip.jumped', { part: title }), at, instead: [], next }];
}

/** A new logon on the same machine closes all windows. */
export function interrupted({ walk, at, step }: SlipPlace): readonly Slip[] {
  const logon = walk.steps.slice(0, at).findLast((one) => isLogon(one.step))?.step;
  const isOpen = walk.states[at]?.console.running != null;
  if (!logon || !isOpen || isLogon(step.step)) return [];
  const instead = [logon, step.step];
  return [{ kind: 'interrupted', description: slipFact('slip.interrupted'), at, instead, next: at + 1 }];
}

/** How much later a part is done: after a short approval, after a revocation list, after a certificate. */
const DELAYS = ['10 days', '3 years'];

/** The part that begins with the step, and all later ones, are done much later. */
export function tooLate({ walk, at, step }: SlipPlace): readonly Slip[] {
  const before = walk.steps[at - 1];
  if (before && partOf(before) === partOf(step)) return [];
  return DELAYS.map((period) => {
    const instead = [{ ...step.step, text: `${period} pass`, argument: undefined }, step.step];
    return {
      kind: 'too late',
      description: slipFact('slip.late', { period }),
      at,
      instead: instead.map(withoutAbsent),
      next: at + 1,
    };
  });
}

function withoutAbsent({
  argument,
  ...step
}: PickleStep | (Omit<PickleStep, 'argument'> & { argument: undefined })): PickleStep {
  return argument === undefined ? step : { ...step, argument };
}
