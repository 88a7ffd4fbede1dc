import { ANY_ORDINAL } from '../ordinals';
import { alternativesIn } from './pattern-phrases';

/** What a parameter accepts, in words. */

/** Patterns that are no list of phrases, in words. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['-?\\d+', 'a whole number'],
  ['\\d+', 'a whole number'],
  ['[^\\s]+', 'a word without blanks'],
  ['.*', 'any text'],
  ['"([^"\\\\]*(\\\\.[^"\\\\]*)*)"|\'([^\'\\\\]*(\\\\.[^\'\\\\]*)*)\'', 'text in double or single quotes'],
  ['(?=.*\\d.*)[-+]?\\d*(?:\\.(?=\\d.*))?\\d*(?:\\d+[E][+-]?\\d+)?', 'a number'],
  ['20\\d\\d-[01]\\d-[0-3]\\d', 'a day as YYYY-MM-DD'],
  ['[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*', 'the host name or the FQDN of a server'],
  ['[a-z0-9-]+', 'a code in small letters, such as wrong-password'],
  ['[A-Z]+_[A-Za-z0-9_]+', 'a code in capital letters, such as CERTSRV_E_UNSUPPORTED_CERT_TYPE'],
]);

/** What is variable in a phrase, and how a reader sees it. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/"\[\^"\]\*"/g, '"…"'],
  [/\\d\+/g, 'N'],
  [/\[A-Z\]\+_\[A-Za-z0-9_\]\+|\[A-Z\]\+_\[A-Z_\]\+|\[A-Z_\]\+/g, 'CODE'],
  [/\(\?:([^()|]*)\)\?/g, '⟨$1⟩'],
  [/([a-z])\?/g, '⟨$1⟩'],
];

/**
 * The values that a parameter type with these regular expressions accepts. `N` is a whole number, `Nth` an ordinal and
 * `CODE` a code. A part in `⟨⟩` may be left out. An expression that has no words is returned itself.
 */
export function acceptedValues(patterns: readonly string[]): readonly string[] {
  const values = patterns.flatMap((pattern) => {
    const words = WORDS.get(pattern);
    return words === undefined ? alternativesIn(pattern.replaceAll(ANY_ORDINAL, 'Nth')).flatMap(valuesOf) : [words];
  });
  return [...new Set(values)];
}

function valuesOf(alternative: string): readonly string[] {
  const words = WORDS.get(alternative);
  if (words !== undefined) return [words];
  const phrase = VARIABLE.reduce((text, [pattern, shown]) => text.replace(pattern, shown), alternative);
  const phrases = expanded(phrase);
  const isOpen = phrases.some((one) => /[[\]*+^$?()|]|\\\w/.test(one.replace(/\\\W/g, '')));
  return isOpen ? [`/${alternative}/`] : phrases.map((one) => one.replace(/\\(\W)/g, '$1'));
}

/** Expands the first group of alternatives, and those after it. */
function expanded(phrase: string): readonly string[] {
  const [group, choices] = /\(\?:([^()]*)\)/.exec(phrase) ?? [];
  if (group === undefined || choices === undefined) return [phrase];
  return choices.split('|').flatMap((choice) => expanded(phrase.replace(group, choice)));
}
