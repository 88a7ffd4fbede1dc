import { namedValues, withValues } from '../../operator/named-values';
import type { Slip, SlipPlace } from '../slip';
import { slipFact } from './slip-facts';
import { mistyped } from './typing';

/** Slips in a typed command: each of its values mistyped, and each of its parameters left out. */
export function commandSlips(place: SlipPlace): readonly Slip[] {
  const command = place.step.step.argument?.docString?.content;
  return command === undefined ? [] : [...wrongValues(place, command), ...leftParameters(place, command)];
}

/** A value in braces or quotation marks, or a number. */
const VALUES = /\{([\w ]+)\}|"([^"{}]+)"|(?<=\s)(\d+)(?=\s|$)/g;

function wrongValues(place: SlipPlace, command: string): readonly Slip[] {
  const values = namedValues(place.before.console.deployment);
  return [...command.matchAll(VALUES)].flatMap(([written, name, quoted, number], index) => {
    if (name === 'password' || (name !== undefined && !Object.hasOwn(values, name))) return [];
    const expected = name === undefined ? (number ?? `"${quoted ?? ''}"`) : withValues(written, values);
    const others = number === undefined ? mistyped(expected) : [Number(number) / 2, Number(number) * 2].map(String);
    return others.map((other): Slip => {
      const description = slipFact('slip.value', { other, expected });
      return { kind: 'wrong value', description, ...typed(place, replaced(command, written, other, index)) };
    });
  });
}

/** A parameter with its value, if it has one. */
const PARAMETERS = /\s-([A-Za-z]\w*)(?:\s+(?!-)("[^"]*"|\S+))?/g;

function leftParameters(place: SlipPlace, command: string): readonly Slip[] {
  return [...command.matchAll(PARAMETERS)].map(({ 0: written, 1: name = '', index }): Slip => {
    const without = command.slice(0, index) + command.slice(index + written.length);
    const description = slipFact('slip.parameter', { parameter: `-${name}` });
    return { kind: 'left as it is', description, ...typed(place, without) };
  });
}

function typed({ at, step: { step } }: SlipPlace, content: string): Pick<Slip, 'at' | 'instead' | 'next'> {
  return { at, instead: [{ ...step, argument: { docString: { content } } }], next: at + 1 };
}

/** The command with the value at this place among the values replaced. */
function replaced(command: string, written: string, other: string, index: number): string {
  let count = -1;
  return command.replace(VALUES, (found) => {
    count += 1;
    return count === index && found === written ? other : found;
  });
}
