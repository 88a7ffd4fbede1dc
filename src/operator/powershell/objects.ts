import type { Instant } from '../../determinism';
import { usDate } from '../us-date';

/** A value of a property. */
export type PsValue = string | number | boolean | null | { readonly at: Instant } | readonly string[];

/** An object that a cmdlet passes on. */
export interface PsObject {
  readonly properties: Readonly<Record<string, PsValue>>;
  /** how it is shown if no other cmdlet formats it, and the properties that are shown; default: all */
  readonly view: { readonly as: 'list' | 'table' | 'value'; readonly properties?: readonly string[] };
}

/** The value of the property with this name in any case; undefined if the object has none. */
export function propertyOf({ properties }: PsObject, name: string): PsValue | undefined {
  const key = Object.keys(properties).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : properties[key];
}

/** Whether a value is a date. */
export function isDate(value: PsValue | undefined): value is { readonly at: Instant } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as text. A list is in braces, and four of its items are shown (`$FormatEnumerationLimit`). */
export function textOfValue(value: PsValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return String(value);
  if (isDate(value)) return usDate(value.at);
  const shown = value.slice(0, 4).join(', ');
  return `{${shown}${value.length > 4 ? '...' : ''}}`;
}

/** The objects as lists: one line for each property, an empty line between objects. */
export function asList(objects: readonly PsObject[], names?: readonly string[]): readonly string[] {
  return objects.flatMap((object, index) => {
    const shown = names ?? Object.keys(object.properties);
    const width = Math.max(...shown.map((name) => name.length));
    const lines = shown.map(
      (name) => `${title(object, name).padEnd(width)} : ${textOfValue(propertyOf(object, name))}`,
    );
    return index === 0 ? lines : ['', ...lines];
  });
}

/** The objects as a table with a header. */
export function asTable(objects: readonly PsObject[], names?: readonly string[]): readonly string[] {
  const [first] = objects;
  if (!first) return [];
  const titles = (names ?? Object.keys(first.properties)).map((name) => title(first, name));
  const rows = objects.map((object) => titles.map((name) => textOfValue(propertyOf(object, name))));
  const widths = titles.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' ')
      .trimEnd();
  return [line(titles), line(titles.map((name) => '-'.repeat(name.length))), ...rows.map(line)];
}

/** The objects as the shell shows them. */
export function shownObjects(objects: readonly PsObject[]): readonly string[] {
  const [first] = objects;
  if (!first) return [];
  const { as, properties } = first.view;
  switch (as) {
    case 'list':
      return asList(objects, properties);
    case 'table':
      return asTable(objects, properties);
    case 'value':
      return objects.map((object) => textOfValue(Object.values(object.properties)[0]));
  }
}

function title({ properties }: PsObject, name: string): string {
  return Object.keys(properties).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}
