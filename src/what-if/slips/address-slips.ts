import { namedValues, withValues } from '../../operator/named-values';
import type { Slip, SlipPlace } from '../slip';
import { slipFact } from './slip-facts';
import { mistyped } from './typing';

/** An address or a program that the operator runs, mistyped. */
export function addressSlips({ at, step: { step }, before }: SlipPlace): readonly Slip[] {
  const [, written] = /^the operator runs "(.*)"$/.exec(step.text) ?? [];
  if (written === undefined) return [];
  const expected = withValues(written, namedValues(before.console.deployment));
  return mistyped(expected).map((other): Slip => {
    const instead = [{ ...step, text: step.text.replace(written, () => other) }];
    return { kind: 'wrong value', description: slipFact('slip.value', { other, expected }), at, instead, next: at + 1 };
  });
}
