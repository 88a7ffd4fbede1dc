import { ANY_ORDINAL, ORDINALS } from '../ordinals';
import { type Catalogue, type Texts, textIn } from './catalogue';

const NUMERAL = `(?:${ORDINALS.map((_, index) => ORDINALS.length - index).join('|')})`;

/**
 * The slots of phrases, and the texts that fit them: the same in every language, except for ordinals. An ordinal is a
 * word in English and a numeral in the other language.
 */
const SLOTS: Readonly<Record<string, string>> = {
  text: '[^"]*',
  number: '(?:\\d+|<[^<>]+>)',
  code: '[A-Za-z0-9_-]+',
  windows: '(?:\\d{4}(?: R2)?|<[^<>]+>)',
  date: '(?:\\d{4}-\\d\\d-\\d\\d|<[^<>]+>)',
  host: '[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*',
  ordinal: ANY_ORDINAL,
  numeral: NUMERAL,
  poolOrdinal: ANY_ORDINAL,
  poolNumeral: NUMERAL,
};

/** The slots whose texts differ between the languages: the slot of the other one, and the text there. */
const COUNTERPARTS: Readonly<Record<string, readonly [slot: string, text: (found: string) => string]>> = {
  ordinal: ['numeral', ordinalOf],
  numeral: ['ordinal', numeralOf],
  poolOrdinal: ['poolNumeral', ordinalOf],
  poolNumeral: ['poolOrdinal', numeralOf],
};

function ordinalOf(numeral: string): string {
  return ORDINALS[Number(numeral) - 1] ?? numeral;
}

function numeralOf(ordinal: string): string {
  return `${ORDINALS.indexOf(ordinal) + 1}`;
}

/** The phrase in the other language; undefined where it has none. */
export function phraseIn(phrases: Texts, phrase: string): string | undefined {
  const exact = textIn(phrases, phrase);
  if (exact !== undefined) return exact;
  for (const [from, to] of Object.entries(phrases)) {
    const found = from.includes('{') ? new RegExp(`^${patternOf(from, capturing)}$`).exec(phrase) : null;
    if (found) return filled(to, found.groups ?? {});
  }
  return undefined;
}

/** A regular expression source without capturing groups that matches every phrase. */
export function anyOf(phrases: readonly string[]): string {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longestFirst.map((phrase) => patternOf(phrase, (_, slot) => slot)).join('|');
}

/** The phrases in reverse direction; if several have the same meaning, the first one. */
function reversed(phrases: Texts): Texts {
  return Object.fromEntries(
    Object.entries(phrases)
      .reverse()
      .map(([from, to]) => [to, from]),
  );
}

/** The cells of tables and the phrases of parameters, from the other language back to English. */
export function backwards({ cells, phrases }: Catalogue): Pick<Catalogue, 'cells' | 'phrases'> {
  const types = Object.entries(phrases).map(([type, own]) => [type, reversed(own)]);
  return { cells: reversed(cells), phrases: Object.fromEntries(types) };
}

/** The text as a regular expression source, with `slots` instead of `{name}`. */
function patternOf(phrase: string, slots: (name: string, pattern: string) => string): string {
  return phrase
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? literally(part) : slots(part, slotOf(part))))
    .join('');
}

function capturing(name: string, pattern: string): string {
  return `(?<${name}>${pattern})`;
}

function slotOf(name: string): string {
  const pattern = SLOTS[name];
  if (pattern === undefined) throw new Error(`no slot {${name}}; have ${Object.keys(SLOTS).join(', ')}`);
  return pattern;
}

function filled(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const [other = '', text] = COUNTERPARTS[name] ?? [];
    const found = values[other];
    return values[name] ?? (found === undefined ? braces : (text?.(found) ?? found));
  });
}

/** A regular expression source that matches exactly the text. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
