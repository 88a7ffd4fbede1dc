import { type Catalogue, textIn } from './catalogue';
import { anyOf, literally, phraseIn } from './phrases';

/** A part of a Cucumber expression: words, or the name of a parameter type. */
export type Piece = { readonly words: string } | { readonly parameter: string };

/** A part of a sentence; parameters differ between uses. */
export interface SentencePart {
  readonly text: string;
  readonly parameter: boolean;
}

/** Cucumber's built-in types, as the features use them. */
const BUILT_IN: Readonly<Record<string, string>> = { string: '"[^"]*"', int: '-?\\d+', word: '\\S+' };

/** Splits an expression into its parts. Optional words, such as the s in `Server(s)`, must be resolved first. */
export function piecesOf(expression: string): readonly Piece[] {
  return expression
    .split(/\{([\w-]+)\}/)
    .map((part, index): Piece => (index % 2 === 0 ? { words: part } : { parameter: part }))
    .filter((piece) => !('words' in piece) || piece.words !== '');
}

/** The types of an expression's parameters, in order. */
export function parametersOf(expression: string): readonly string[] {
  return piecesOf(expression).flatMap((piece) => ('parameter' in piece ? [piece.parameter] : []));
}

/**
 * For each parameter of the translated expression, its position in the English one. The nth parameter of a type is the
 * nth there.
 */
export function orderOf(english: string, translated: string): readonly number[] {
  const types = parametersOf(english);
  const seen = new Map<string, number>();
  return parametersOf(translated).map((type) => {
    const nth = seen.get(type) ?? 0;
    seen.set(type, nth + 1);
    return types.flatMap((one, index) => (one === type ? [index] : []))[nth] ?? -1;
  });
}

/** Translates steps as written; undefined for a step that the catalogue does not contain. */
export type Sentences = (text: string) => readonly SentencePart[] | undefined;

/** Parses English steps and translates them; `quoted` translates text in quotes. */
export function sentencesOf(catalogue: Catalogue, quoted: (text: string) => string): Sentences {
  const readers = Object.entries(catalogue.sentences).map(([english, translated]) => ({
    pattern: patternOf(english, catalogue),
    types: parametersOf(english),
    pieces: piecesOf(translated),
    order: orderOf(english, translated),
  }));
  const known = new Map<string, readonly SentencePart[] | undefined>();
  const read = (text: string): readonly SentencePart[] | undefined => {
    for (const { pattern, types, pieces, order } of readers) {
      const found = pattern.exec(text);
      if (!found) continue;
      const values = types.map((type, index) => valueIn(type, found[index + 1] ?? '', catalogue, quoted));
      return joined(pieces, (nth) => values[order[nth] ?? -1] ?? '');
    }
    return undefined;
  };
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text);
  };
}

function patternOf(english: string, { phrases }: Catalogue): RegExp {
  const source = piecesOf(english).map((piece) => {
    if ('words' in piece)
      return piece.words
        .split(/\((\w+)\)/)
        .map(optional)
        .join('');
    const own = phrases[piece.parameter];
    return `(${own ? anyOf(Object.keys(own)) : (BUILT_IN[piece.parameter] ?? '.+')}|<[^<>]+>)`;
  });
  return new RegExp(`^${source.join('')}$`);
}

function optional(part: string, index: number): string {
  return index % 2 === 0 ? literally(part) : `(?:${literally(part)})?`;
}

function valueIn(type: string, value: string, { phrases }: Catalogue, quoted: (text: string) => string): string {
  if (type === 'string' && value.startsWith('"')) return quoted(value.slice(1, -1));
  const own = phrases[type];
  const phrase = (own && phraseIn(own, value)) ?? value;
  return phrase.replace(/"([^"]*)"/g, (_, text: string) => quoted(text)).replace(/ ?(「[^」]*」) ?/g, '$1');
}

/** Joins the parts with their values, with a space wherever Chinese characters and Latin letters would touch. */
function joined(pieces: readonly Piece[], value: (nth: number) => string): readonly SentencePart[] {
  let nth = 0;
  const parts = pieces
    .map((piece): SentencePart => {
      if ('words' in piece) return { text: piece.words, parameter: false };
      nth += 1;
      return { text: value(nth - 1), parameter: true };
    })
    .filter(({ text }) => text !== '');
  return parts.flatMap((part, index) => {
    const before = parts[index - 1]?.text.at(-1) ?? '';
    return touching(before, part.text.charAt(0)) ? [{ text: ' ', parameter: false }, part] : [part];
  });
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9".]/;

function touching(before: string, after: string): boolean {
  return (HAN.test(before) && LATIN.test(after)) || (LATIN.test(before) && HAN.test(after));
}

/** Translates a whole table cell, or the words of a feature for a server or a similar parameter. */
export function cellIn({ cells, phrases }: Pick<Catalogue, 'cells' | 'phrases'>, cell: string): string {
  const where = phrases.servers;
  return textIn(cells, cell) ?? (where && phraseIn(where, cell)) ?? cell;
}
