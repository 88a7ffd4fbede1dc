import { type Catalogue, type Texts, textIn } from './catalogue';

/** The slots of phrases, and the texts that fit them: the same in every language. */
const SLOTS: Readonly<Record<string, string>> = {
  text: '[^"]*',
  number: '(?:\\d+|<[^<>]+>)',
  code: '[A-Za-z0-9_-]+',
  windows: '(?:\\d{4}(?: R2)?|<[^<>]+>)',
  host: '[A-Z][A-Z0-9-]*\\d+',
};

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
  return phrase.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}

/** A regular expression source that matches exactly the text. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
