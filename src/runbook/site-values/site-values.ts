import type { RunRecord } from '../../evidence/records';
import type { RecordedEnvironment, RecordedValue, RecordedValueRule } from './named-values';
import { type FormOf, occurringIn } from './occurrences';
import { GROUP_ORDER, groupOf, type ValueGroup } from './rules';
import { formsOf } from './written-forms';

/** The site-specific values that a reader may replace. */
export interface SiteValues {
  readonly groups: readonly { readonly group: ValueGroup; readonly fields: readonly Field[] }[];
  readonly rules: readonly { readonly accepts: RecordedValueRule; readonly pattern: string }[];
  /** JSON: how each field is found on a page: its number, the expression, what is written, exactly what is found */
  readonly forms: string;
  /** the same as values, the longest first */
  readonly written: readonly FormOf[];
  /** JSON: the environment file in pieces; a number is that field's value, a list holds a text to be adapted */
  readonly file: string;
}

/** One value, which may occur in several places of the environment file. */
export interface Field {
  readonly number: number;
  /** the key under which a browser keeps it: its first place in the file */
  readonly place: string;
  readonly names: readonly string[];
  /** the labels of its names */
  readonly called: readonly string[];
  readonly rehearsed: string;
  readonly rules: readonly RecordedValueRule[];
  readonly apart: RecordedValue['apart'];
  /** whether the file has it as a number */
  readonly numeric: boolean;
  /** whether other names that are not given follow it */
  readonly leads: boolean;
}

/** Whether the value can be in the file alone: a domain that others follow, the load balancer. */
function isOnNoPage(named: RecordedValue): boolean {
  return named.leads === true || formsOf(named).length === 0;
}

/**
 * The values that occur in what the pages say; null where the runs do not say what their environment was, or had
 * different ones.
 *
 * @param said the views of the pages; every text in them is searched
 */
export function siteValuesOf(runs: readonly RunRecord[], said: unknown): SiteValues | null {
  const described = new Map(runs.map(({ described: one }) => [JSON.stringify(one), one]));
  const [environment] = described.values();
  if (!environment || described.size > 1) return null;
  const candidates = mergedNames(environment.names);
  const found = occurringIn(textsIn(said), allForms(candidates));
  const shown = candidates
    .filter((names, index) => found.has(index) || names.some(isOnNoPage))
    .sort((a, b) => GROUP_ORDER.indexOf(groupOf(a)) - GROUP_ORDER.indexOf(groupOf(b)));
  const fields = shown.map((names, number) => fieldOf(names, number));
  const groups = GROUP_ORDER.map((group) => {
    return { group, fields: fields.filter(({ number }) => groupOf(shown[number] ?? []) === group) };
  });
  const written = allForms(shown);
  const patterns = new Map(shown.flat().map((named) => [named.accepts, named.pattern]));
  return {
    groups: groups.filter((group) => group.fields.length > 0),
    rules: [...patterns].map(([accepts, pattern]) => ({ accepts, pattern })),
    forms: JSON.stringify(
      written.map(({ of, form }) => [of, form.source, form.as, ...(form.exactly === '' ? [] : [form.exactly])]),
    ),
    written,
    file: JSON.stringify(fileIn(environment, shown)),
  };
}

/** Names with the same text are one value, because a page does not show which of them is meant. */
function mergedNames(names: readonly RecordedValue[]): readonly (readonly RecordedValue[])[] {
  const merged = new Map<string, RecordedValue[]>();
  for (const named of names) {
    const text = JSON.stringify(named.value);
    const key = named.apart === '' ? text : text.toLowerCase();
    const same = merged.get(key) ?? [];
    same.push(named);
    merged.set(key, same);
  }
  return [...merged.values()];
}

/** All forms of the values, the longest first, because a longer name may contain a shorter one. */
function allForms(values: readonly (readonly RecordedValue[])[]): readonly FormOf[] {
  const forms = values.flatMap((names, of) =>
    [...new Map(names.flatMap(formsOf).map((form) => [form.source, form])).values()].map((form) => ({ of, form })),
  );
  return forms.sort((a, b) => b.form.length - a.form.length);
}

/** Texts that hold bytes rather than words: the address of a download, and PEM. */
const BYTES = /^(?:data:|-----BEGIN )/;

/** Every text in it once, each on separate lines. */
function textsIn(said: unknown): string {
  const texts = new Set<string>();
  // views share parts: the evidence of a step is on the page of its plan, too
  const known = new Set<object>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    if (typeof value !== 'object' || value === null || known.has(value)) return;
    known.add(value);
    for (const member of Object.values(value)) look(member);
  };
  look(said);
  return [...texts].filter((text) => !BYTES.test(text)).join('\n');
}

function fieldOf(names: readonly RecordedValue[], number: number): Field {
  const [first] = names;
  const known = new Map(names.map(({ name, label }) => [name, label]));
  return {
    number,
    place: first?.path ?? '',
    names: [...known.keys()],
    called: [...known.values()],
    rehearsed: String(first?.value ?? ''),
    rules: [...new Set(names.map(({ accepts }) => accepts))],
    apart: names.find(({ apart }) => apart !== '')?.apart ?? '',
    numeric: typeof first?.value === 'number',
    leads: names.some((one) => one.leads === true),
  };
}

function fileIn(
  { names, file }: RecordedEnvironment,
  shown: readonly (readonly RecordedValue[])[],
): readonly unknown[] {
  const numbers = new Map(shown.flatMap((values, number) => values.map((named) => [named, number])));
  return file.map((piece) => {
    const named = typeof piece === 'number' ? names[piece] : undefined;
    if (!named) return piece;
    const number = numbers.get(named);
    if (number !== undefined) return number;
    return typeof named.value === 'number' ? String(named.value) : [named.value];
  });
}
