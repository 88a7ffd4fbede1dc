import { fingerprinted, type SheetView } from '../procedure/sheet';
import type { PlanView } from './plan-page';

/** The change record of a plan; null without a step that may be recorded. Its fingerprint is that of a sheet. */
export function recordOf(
  { stages, verification }: Pick<PlanView, 'stages' | 'verification'>,
  sha256Base64: (text: string) => string,
): SheetView | null {
  const steps = stages
    .flatMap(({ choices }) => choices.flatMap(({ blocks }) => blocks))
    .flatMap(({ machine, steps: own }) => own.filter(({ recorded }) => recorded).map(({ id }) => [id, machine]));
  return steps.length === 0 ? null : fingerprinted([verification.fingerprint, steps], sha256Base64);
}
