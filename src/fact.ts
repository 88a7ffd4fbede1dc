import { namedMemo } from './memo';

/**
 * A statement of a machine, the judge or a record: a code and its parameters, never a sentence. Each language has a
 * text for the code, which is chosen when the fact is shown.
 */
export interface Fact {
  /** names the text, in dotted parts: `refusal.file-not-found.detail`, `finding.weak-key`, `gesture.press` */
  readonly code: string;
  readonly parameters: Parameters;
}

/** A label of a product's user interface; another language may add its translation. */
export interface Label {
  readonly label: string;
}

/** A parameter: a name, a number, a label, another fact, or several of these. */
export type Value = string | number | Label | Fact | readonly Value[];

export type Parameters = Readonly<Record<string, Value>>;

/** Texts by the codes of facts; `{name}` marks a parameter. */
export type FactTexts = Readonly<Record<string, string>>;

type SlotsOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never;

/** The parameters that a text needs. */
export type ParametersOf<Text extends string> = { readonly [Name in SlotsOf<Text>]: Value };

/** The arguments after the code: none for a text without places. */
export type ArgumentsOf<Text extends string> = [SlotsOf<Text>] extends [never] ? [] : [parameters: ParametersOf<Text>];

/** A function that makes the facts of a table; a code or a parameter that its text does not have does not compile. */
export function factsOf<const Texts extends FactTexts>(_texts: Texts) {
  return <Code extends keyof Texts & string>(code: Code, ...[parameters]: ArgumentsOf<Texts[Code]>): Fact => ({
    code,
    parameters: parameters ?? {},
  });
}

/** How one language shows facts. */
export interface FactWords {
  readonly texts: FactTexts;
  readonly label: (english: string) => string;
  readonly list: (values: readonly string[]) => string;
  /** the separator between a text and a parameter in it: that of the text, or another one */
  readonly gap: (before: string, gap: string, after: string) => string;
}

/** The words in which a table of English texts shows facts. */
export function englishWords(texts: FactTexts): FactWords {
  return { texts, label: (english) => english, list: (values) => values.join(', '), gap: (_, gap) => gap };
}

const SLOT = /\{(\w+)\}/g;

/** The names of the parameters in a text, in order. */
export function slotsIn(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map(([, name = '']) => name);
}

/** The fact in words. A code without a text is shown as it is, with its parameters. */
export function wordsOf(value: Value, words: FactWords): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isList(value)) return words.list(value.map((one) => wordsOf(one, words)));
  if ('label' in value) return words.label(value.label);
  const { code, parameters } = value;
  const text = Object.hasOwn(words.texts, code) ? words.texts[code] : undefined;
  if (text === undefined) return [code, ...Object.values(parameters).map((one) => wordsOf(one, words))].join(' ');
  return filled(
    piecesIn(text, () => text.split(/( ?)\{(\w+)\}( ?)/)),
    (name) => {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      return parameter === undefined ? `{${name}}` : wordsOf(parameter, words);
    },
    words,
  );
}

const piecesIn = namedMemo<readonly string[]>();

/** Joins pieces of a text: words, gap, name, gap, words, and so on. */
function filled(pieces: readonly string[], parameter: (name: string) => string, { gap }: FactWords): string {
  let text = pieces[0] ?? '';
  for (let at = 1; at + 3 < pieces.length; at += 4) {
    const [left = '', name = '', right = '', rest = ''] = pieces.slice(at, at + 4);
    const value = parameter(name);
    text += gap(text.slice(-1), left, value.charAt(0)) + value;
    text += gap(text.slice(-1), right, rest.charAt(0)) + rest;
  }
  return text;
}

/** Whether two values state the same. */
export function sameValue(one: Value, other: Value): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** The text as a label of a product. */
export function labelled(label: string): Label {
  return { label };
}

/** Several tables as one. Throws an Error for a code that two of them have. */
export function combinedTexts(...tables: readonly FactTexts[]): FactTexts {
  const entries = tables.flatMap((table) => Object.entries(table));
  const codes = entries.map(([code]) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new Error(`two tables of facts have the code "${twice}"`);
  return Object.fromEntries(entries);
}
