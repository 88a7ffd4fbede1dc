import { namedValues, withValues } from '../../operator/named-values';
import type { Slip, SlipPlace } from '../slip';
import { slipFact } from './slip-facts';
import { mistyped } from './typing';

/** Slips in a typed command: each of its values mistyped. */
export function commandSlips({ at, step: { step }, before }: SlipPlace): readonly Slip[] {
  const command = step.argument?.docString?.content;
  if (command === undefined) return [];
  const values = namedValues(before.console.deployment);
  return [...command.matchAll(/\{([\w ]+)\}|"([^"{}]+)"/g)].flatMap(([written, name, quoted], index) => {
    if (name === 'password' || (name !== undefined && !Object.hasOwn(values, name))) return [];
    const expected = name === undefined ? `"${quoted ?? ''}"` : withValues(written, values);
    return mistyped(expected).map((other) => {
      const content = replaced(command, written, other, index);
      const instead = [{ ...step, argument: { docString: { content } } }];
      return {
        kind: 'wrong value',
        description: slipFact('slip.value', { other, expected }),
        at,
        instead,
        next: at + 1,
      } as const;
    });
  });
}

/** The command with the value at this place among the values replaced. */
function replaced(command: string, written: string, other: string, index: number): string {
  let count = -1;
  return command.replace(/\{([\w ]+)\}|"([^"{}]+)"/g, (found) => {
    count += 1;
    return count === index && found === written ? other : found;
  });
}
