import type { Fact } from '../../fact';
import type { Refusal } from '../../refusal';
import { operatorFact } from '../operator-facts';
import { operatorRefusal } from '../operator-refusals';
import { fromUsDate } from '../us-date';
import { type Parameter, typeName } from './cmdlet';
import type { PsObject } from './objects';
import type { Argument } from './syntax';

/** The value of one parameter. */
export type BoundValue = string | boolean | readonly string[] | readonly PsObject[];

/** Where an argument is converted: the server, the cmdlet, and what parentheses give. */
export interface Conversion {
  readonly on: string;
  readonly cmdlet: string;
  readonly parameter: Parameter;
  readonly resultOf: (argument: Extract<Argument, { kind: 'result' }>) => readonly PsObject[];
}

/**
 * Converts an argument to the type of its parameter as Windows PowerShell does (about_Parameters, about_Booleans,
 * about_Type_Operators). Refusal `invalid-argument` for a value that cannot be converted.
 */
export function converted(conversion: Conversion, argument: Argument): BoundValue {
  const { parameter, resultOf } = conversion;
  if (parameter.type === 'ScriptBlock') {
    if (argument.kind === 'block') return argument.text;
    throw unconvertible(conversion, written(argument), operatorFact('argument.braces'));
  }
  if (argument.kind === 'block') throw unconvertible(conversion, written(argument), operatorFact('argument.block'));
  if (parameter.type === 'Object' || parameter.type === 'SecureString') {
    if (argument.kind === 'result') return resultOf(argument);
    throw unconvertible(conversion, written(argument), operatorFact('argument.string', { type: typeName(parameter) }));
  }
  if (argument.kind === 'result') return textsOfResult(conversion, resultOf(argument));
  if (argument.kind === 'list') {
    if (!parameter.list)
      throw unconvertible(conversion, written(argument), operatorFact('argument.list', { type: typeName(parameter) }));
    return argument.items.map((item) => scalar(conversion, item));
  }
  const value = scalar(conversion, argument);
  return parameter.list
    ? [value]
    : parameter.type === 'Boolean' || parameter.type === 'SwitchParameter'
      ? value === 'True'
      : value;
}

/** A pipeline in parentheses gives text if it asks for a property. */
function textsOfResult(conversion: Conversion, objects: readonly PsObject[]): BoundValue {
  const texts = objects.map(({ properties }) => scalarText(conversion, String(Object.values(properties)[0] ?? '')));
  const [only = ''] = texts;
  if (conversion.parameter.list) return texts;
  if (texts.length === 1) return only;
  throw unconvertible(conversion, 'System.Object[]', operatorFact('argument.values', { count: texts.length }));
}

function scalar(conversion: Conversion, argument: Argument): string {
  if (argument.kind !== 'text') throw unconvertible(conversion, written(argument), operatorFact('argument.nested'));
  const { type } = conversion.parameter;
  if (type === 'Boolean' || type === 'SwitchParameter') return truth(conversion, argument);
  return scalarText(conversion, variable(argument));
}

function scalarText(conversion: Conversion, text: string): string {
  const { parameter } = conversion;
  if (parameter.type === 'Int32' && !/^\d+$/.test(text))
    throw unconvertible(conversion, text, operatorFact('argument.number'));
  if (parameter.type === 'DateTime' && fromUsDate(text) === undefined)
    throw unconvertible(conversion, text, operatorFact('argument.date'));
  return parameter.values ? oneOf(conversion, parameter.values, text) : text;
}

/** `$True`, `$False`, and numbers; a string such as `True` is refused. */
function truth(conversion: Conversion, { text, quoted }: Extract<Argument, { kind: 'text' }>): string {
  if (!quoted && /^\$?true$/i.test(text) && text.startsWith('$')) return 'True';
  if (!quoted && /^\$false$/i.test(text)) return 'False';
  if (!quoted && /^\d+$/.test(text)) return Number(text) === 0 ? 'False' : 'True';
  throw unconvertible(conversion, text, operatorFact('argument.boolean'));
}

/** The value of an enumeration: in any case, or by an unambiguous beginning (EnumMinimumDisambiguation). */
function oneOf(conversion: Conversion, values: readonly string[], text: string): string {
  const wanted = text.toLowerCase();
  const equal = values.find((value) => value.toLowerCase() === wanted);
  if (equal !== undefined) return equal;
  const begun =
    conversion.parameter.type === 'Int32' ? [] : values.filter((value) => value.toLowerCase().startsWith(wanted));
  const [only] = begun;
  if (begun.length === 1 && only !== undefined && wanted !== '') return only;
  throw unconvertible(conversion, text, operatorFact('argument.enumeration', { values }));
}

/** Bare `$true` and `$false` as text, as PowerShell writes them; other variables have no value. */
function variable({ text, quoted }: Extract<Argument, { kind: 'text' }>): string {
  if (quoted || !text.startsWith('$')) return text;
  const name = text.slice(1).toLowerCase();
  return name === 'true' ? 'True' : name === 'false' ? 'False' : '';
}

function written(argument: Argument): string {
  switch (argument.kind) {
    case 'text':
      return argument.text;
    case 'list':
      return argument.items.map(written).join(',');
    case 'block':
      return `{ ${argument.text} }`;
    case 'result':
      return '(…)';
  }
}

function unconvertible({ on, cmdlet, parameter }: Conversion, value: string, reason: Fact): Refusal {
  return operatorRefusal('invalid-argument', on, {
    cmdlet,
    parameter: parameter.name,
    value,
    type: typeName(parameter),
    reason,
  });
}
