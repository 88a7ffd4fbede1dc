import type { Refusal } from '../../refusal';
import { operatorRefusal } from '../operator-refusals';
import { fromUsDate } from '../us-date';
import { isDate, type PsObject, type PsValue, propertyOf, textOfValue } from './objects';

type Test = (object: PsObject) => boolean;

/** A comparison operator (about_Comparison_Operators); text is compared without regard to case. */
type Comparison = (left: PsValue, right: PsValue) => boolean;

const OPERATORS: Readonly<Record<string, Comparison>> = {
  '-eq': (left, right) => order(left, right) === 0,
  '-ne': (left, right) => order(left, right) !== 0,
  '-lt': (left, right) => order(left, right) < 0,
  '-le': (left, right) => order(left, right) <= 0,
  '-gt': (left, right) => order(left, right) > 0,
  '-ge': (left, right) => order(left, right) >= 0,
  '-like': (left, right) => pattern(right).test(textOfValue(left)),
  '-notlike': (left, right) => !pattern(right).test(textOfValue(left)),
  '-match': (left, right) => new RegExp(textOfValue(right), 'i').test(textOfValue(left)),
  '-contains': (left, right) =>
    (Array.isArray(left) ? left : [textOfValue(left)]).some((one) => order(one, right) === 0),
};

/** The names of the comparison operators. */
export const COMPARISONS = Object.keys(OPERATORS);

/**
 * The test of a script block such as `$_.Issuer -ne $_.Subject -and $_.NotAfter -lt "9/1/2018"`. Refusal
 * `not-simulated` for anything but comparisons of properties, joined by `-and` and `-or`.
 */
export function testOf(on: string, written: string): Test {
  const block = written.replace(/[–—―](?=[a-z]+\b)/gi, '-');
  const tokens = [...block.matchAll(/"[^"]*"|'[^']*'|\$_\.\w+|\$\w+|-\w+|!|[^\s"'$!-][^\s]*/g)].map(([token]) => token);
  if (tokens.join('').length !== block.replace(/\s+(?=(?:[^"']|"[^"]*"|'[^']*')*$)/g, '').length)
    throw unable(on, block);
  const alternatives = split(tokens, '-or').map((all) => split(all, '-and').map((one) => comparison(on, block, one)));
  return (object) => alternatives.some((all) => all.every((test) => test(object)));
}

/** The test that compares a property with a value: `Where-Object Subject -like "*server*"`. */
export function propertyTest(on: string, property: string, operator: string, value: string): Test {
  const compare = OPERATORS[operator.toLowerCase()];
  if (!compare) throw unable(on, operator);
  return (object) => compare(propertyOf(object, property) ?? null, value);
}

function comparison(on: string, block: string, tokens: readonly string[]): Test {
  const [first = '', operator, right, ...others] = tokens;
  if (/^(!|-not)$/i.test(first)) {
    const inner = comparison(on, block, tokens.slice(1));
    return (object) => !inner(object);
  }
  if (operator === undefined) return (object) => operand(on, block, first)(object) === true;
  const compare = OPERATORS[operator.toLowerCase()];
  if (!compare || right === undefined || others.length > 0) throw unable(on, block);
  const [left, wanted] = [operand(on, block, first), operand(on, block, right)];
  return (object) => compare(left(object), wanted(object));
}

function operand(on: string, block: string, token: string): (object: PsObject) => PsValue {
  const property = /^\$_\.(\w+)$/.exec(token)?.[1];
  if (property !== undefined) return (object) => propertyOf(object, property) ?? null;
  if (/^\$(true|false)$/i.test(token)) return () => token.toLowerCase() === '$true';
  if (/^\$null$/i.test(token)) return () => null;
  if (/^["']/.test(token)) return () => token.slice(1, -1);
  if (/^\d+$/.test(token)) return () => Number(token);
  throw unable(on, block);
}

function split(tokens: readonly string[], at: string): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const token of tokens) {
    if (token.toLowerCase() === at) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

/** Below zero, zero or above: dates as dates, numbers as numbers, everything else as text. */
function order(left: PsValue, right: PsValue): number {
  const [a, b] = [comparable(left, right), comparable(right, left)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [textOfValue(left).toLowerCase(), textOfValue(right).toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

function comparable(value: PsValue, other: PsValue): number | undefined {
  if (typeof value === 'number') return value;
  if (isDate(value)) return value.at;
  if (typeof value === 'string' && isDate(other)) return fromUsDate(value);
  return typeof value === 'string' && typeof other === 'number' && /^\d+$/.test(value) ? Number(value) : undefined;
}

function pattern(value: PsValue): RegExp {
  const parts = textOfValue(value)
    .split('*')
    .map((part) => part.replace(/[$()+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is');
}

function unable(on: string, text: string): Refusal {
  return operatorRefusal('not-simulated', on, { text });
}
