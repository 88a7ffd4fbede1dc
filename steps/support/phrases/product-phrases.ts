import { offeredProducts } from '../../../src/products/offered-products';

/**
 * The words of the products in steps. Cucumber needs every phrase before it knows the environment, so the phrases contain
 * the words of all products that are offered when the steps are loaded.
 */

type OfferedProduct = ReturnType<typeof offeredProducts>[number];

/** The words of every offered product, each once. */
export function wordsOfProducts(wordsOf: (product: OfferedProduct) => readonly string[]): readonly string[] {
  return [...new Set(offeredProducts().flatMap(wordsOf))];
}

/** A regular expression for each phrase: the `regexp` of a parameter type. */
export function expressionsOf(phrases: readonly string[]): readonly RegExp[] {
  return phrases.map((phrase) => new RegExp(escaped(phrase)));
}

/** The source of a regular expression that matches one of these words, and nothing if there is none. */
export function oneOf(words: readonly string[]): string {
  const [first, ...others] = words.map(escaped);
  if (first === undefined) return '(?!)';
  return others.length === 0 ? first : `(?:${[first, ...others].join('|')})`;
}

function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
