import type { Envelope } from '@cucumber/messages';
import { distance } from 'fastest-levenshtein';
import { alternativesIn, phrasesLike } from '../gherkin/pattern-phrases';

/** The number of phrases that are offered for an unknown step. */
const OFFERED = 3;

/** Cucumber's own parameter types that have no list of phrases. */
const BUILT_IN: readonly (readonly [string, readonly string[]])[] = [
  ['string', ['"[^"]*"']],
  ['int', ['-?\\d+']],
  ['word', ['\\S+']],
];

/** Finds known steps that resemble an unknown one. */
export class NearestPhrases {
  readonly #expressions: readonly string[];
  readonly #types: ReadonlyMap<string, readonly string[]>;
  readonly #known = new Map<string, string>();

  /** `expressions` are Cucumber expressions; the messages contain the parameter types. */
  constructor(expressions: readonly string[], envelopes: readonly Envelope[]) {
    const own = envelopes.flatMap(({ parameterType: one }) =>
      one ? [[one.name, one.regularExpressions] as const] : [],
    );
    this.#expressions = expressions;
    this.#types = new Map([...BUILT_IN, ...own]);
  }

  /** What to do about an unknown step: the nearest phrases, if some are near. */
  advice(text: string): string {
    const known = this.#known.get(text) ?? this.#adviceFor(text);
    this.#known.set(text, known);
    return known;
  }

  #adviceFor(text: string): string {
    const fillings = new Map([...this.#types].map(([name, patterns]) => [name, fillingsOf(name, patterns, text)]));
    const best = this.#expressions
      .map((expression) => closestOf(text, expression, fillings))
      .filter(({ edits }) => edits * 2 < text.length)
      .sort((a, b) => a.edits - b.edits)
      .map(({ phrase }) => phrase);
    const offered = [...new Set(best)].slice(0, OFFERED).map((phrase) => `"${phrase}"`);
    if (offered.length === 0) return 'rehearse steps lists the phrases that are';
    return `the nearest ${offered.length === 1 ? 'phrase is' : 'phrases are'} ${offered.join(', ')}`;
  }
}

interface Near {
  readonly phrase: string;
  readonly edits: number;
}

/**
 * The step that matches the expression and needs the fewest edits to become the text. There are too many combinations of
 * parameter values to try all of them. So it begins with the values in the order of the text, and then replaces one value
 * after the other, twice, by the one with the fewest edits.
 */
function closestOf(text: string, expression: string, fillings: ReadonlyMap<string, readonly string[]>): Near {
  const written = expression.split(/(?<!\\)(\{[\w-]+\}|\([^()]*\))/);
  const parts = written.map((part) => choicesOf(part, fillings));
  const chosen = parts.map((choices, at) => {
    const nth = written.slice(0, at).filter((part) => part === written[at]).length;
    return choices[nth] ?? choices[0] ?? '';
  });
  const edits = (choice: string, at: number): number => distance(text, chosen.with(at, choice).join(''));
  for (const [at, choices] of [...parts.entries(), ...parts.entries()])
    if (choices.length > 1) chosen[at] = nearestOf(choices, (choice) => edits(choice, at));
  const phrase = chosen.join('');
  return { phrase, edits: distance(text, phrase) };
}

function nearestOf(choices: readonly string[], edits: (choice: string) => number): string {
  const measured = choices.map((choice) => ({ choice, edits: edits(choice) }));
  return measured.reduce((best, one) => (one.edits < best.edits ? one : best)).choice;
}

function choicesOf(part: string, fillings: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (/^\{.*\}$/.test(part)) return fillings.get(part.slice(1, -1)) ?? [part];
  if (/^\( *\)$/.test(part)) return [''];
  if (/^\(.*\)$/.test(part)) return ['', part.slice(1, -1)];
  return [part.replace(/\\(.)/g, '$1')];
}

/** Values of a parameter: its phrases, and the parts of the text that it matches; its name if there are none. */
function fillingsOf(name: string, patterns: readonly string[], text: string): readonly string[] {
  const phrases = patterns.flatMap(alternativesIn).flatMap((alternative) => phrasesLike(alternative, text));
  const own = patterns.flatMap((pattern) => {
    const found = [...text.matchAll(new RegExp(pattern, 'g'))].map(([match]) => match);
    return phrases.length > 0 && matchesAnyWord(pattern) ? found.filter((match) => !BARE_WORD.test(match)) : found;
  });
  const all = [...new Set([...own, ...phrases])];
  return all.length > 0 ? all : [`{${name}}`];
}

const BARE_WORD = /^[a-z]*$/;

/** Whether a pattern is so open that every word of a sentence is a value, such as that of host names. */
function matchesAnyWord(pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test('anyword');
}
