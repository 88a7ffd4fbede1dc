import { namedValues, withValues } from '../../operator/named-values';
import type { Slip, SlipPlace } from '../slip';
import { slipFact } from './slip-facts';
import { mistyped } from './typing';

/** Slips in a typed command: each of its values mistyped, each part of a list and each of its parameters left out. */
export function commandSlips(place: SlipPlace): readonly Slip[] {
  const command = place.step.step.argument?.docString?.content;
  return command === undefined ? [] : [...wrongValues(place, command), ...leftParameters(place, command)];
}

/** A text in quotation marks, a name in braces, a list, or a number. */
const VALUES = /"[^"]*"|\{[\w ]+\}|(?<=\s)\w+(?:,\w+)+(?=\s|$)|(?<=\s)\d+(?=\s|$)/g;

interface Variant {
  readonly expected: string;
  readonly other: string;
  /** what is typed instead of the value as it is written */
  readonly written: string;
}

function wrongValues(place: SlipPlace, command: string): readonly Slip[] {
  const values = namedValues(place.before.console.deployment);
  return [...command.matchAll(VALUES)].flatMap(({ 0: written, index }) =>
    variantsOf(written, values).map(({ expected, other, written: typed }): Slip => {
      const description = slipFact('slip.value', { other, expected });
      const content = command.slice(0, index) + typed + command.slice(index + written.length);
      return { kind: 'wrong value', description, ...typedAt(place, content) };
    }),
  );
}

function variantsOf(written: string, values: Readonly<Record<string, string>>): readonly Variant[] {
  const named = [...written.matchAll(/\{([\w ]+)\}/g)];
  if (named.length > 0) return named.flatMap(([braces, name = '']) => ofName(written, braces, name, values));
  return othersOf(written).map((other) => ({ expected: written, other, written: other }));
}

function ofName(
  written: string,
  braces: string,
  name: string,
  values: Readonly<Record<string, string>>,
): readonly Variant[] {
  if (name === 'password' || !Object.hasOwn(values, name)) return [];
  const expected = withValues(braces, values);
  return mistyped(expected).map((other) => ({ expected, other, written: written.replace(braces, () => other) }));
}

/** A number is halved and doubled, a list loses each of its parts, and a text is mistyped. */
function othersOf(written: string): readonly string[] {
  if (/^\d+$/.test(written)) return [Number(written) / 2, Number(written) * 2].map(String);
  if (written.startsWith('"')) return mistyped(written);
  const parts = written.split(',');
  return parts.map((_, left) => parts.filter((_part, index) => index !== left).join(','));
}

/** A parameter with its value, if it has one. */
const PARAMETERS = /\s-([A-Za-z]\w*)(?:\s+(?!-)("[^"]*"|\S+))?/g;

function leftParameters(place: SlipPlace, command: string): readonly Slip[] {
  return [...command.matchAll(PARAMETERS)].map(({ 0: written, 1: name = '', index }): Slip => {
    const without = command.slice(0, index) + command.slice(index + written.length);
    const description = slipFact('slip.parameter', { parameter: `-${name}` });
    return { kind: 'left as it is', description, ...typedAt(place, without) };
  });
}

function typedAt({ at, step: { step } }: SlipPlace, content: string): Pick<Slip, 'at' | 'instead' | 'next'> {
  return { at, instead: [{ ...step, argument: { docString: { content } } }], next: at + 1 };
}
