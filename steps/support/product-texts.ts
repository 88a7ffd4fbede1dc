import type { FactTexts } from '../../src/fact';
import { pairMemo } from '../../src/memo';
import { PRODUCTS } from '../../src/products/products';
import type { Deployment } from '../../src/world/deployment';
import type { Product } from '../../src/world/product';
import { pageTexts } from '../../src/world/product-findings';
import { GENERAL_TEXTS } from './fact-texts';

/**
 * The texts of a product. The catalogues of languages translate those of the package's products. Where a product of the
 * user says the same fact otherwise, its records have another code for it, so that no catalogue translates it.
 */

const SHIPPED: FactTexts = Object.assign({}, GENERAL_TEXTS, ...PRODUCTS.map(({ texts }) => texts));

type ProductOfRun = Product<Deployment>;

interface ProductTexts {
  /** the English texts of every fact that a run on the product can state, in its words */
  readonly texts: FactTexts;
  /** the codes that the product says otherwise than the package's products */
  readonly own: ReadonlySet<string>;
}

// all editions of a product have the same texts
const known = pairMemo<FactTexts, ProductOfRun['findings']['pages'], ProductTexts>();

function textsOf({ texts: facts, findings: { pages } }: ProductOfRun): ProductTexts {
  return known(facts, pages, () => {
    const texts = { ...GENERAL_TEXTS, ...pageTexts(pages), ...facts };
    const own = new Set(Object.keys(texts).filter((code) => (SHIPPED[code] ?? texts[code]) !== texts[code]));
    return { texts, own };
  });
}

/** The texts for the records of a run on this product. */
export function recordedTexts(product: ProductOfRun): FactTexts {
  const { texts } = textsOf(product);
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [codeIn(product, code), text]));
}

/** A record as JSON, with the codes of the product. */
export function recordedJson(record: object, product: ProductOfRun): string {
  if (textsOf(product).own.size === 0) return JSON.stringify(record);
  return JSON.stringify(record, (_, value: unknown) =>
    isFact(value) ? { ...value, code: codeIn(product, value.code) } : value,
  );
}

function codeIn(product: ProductOfRun, code: string): string {
  return textsOf(product).own.has(code) ? `${product.id}:${code}` : code;
}

function isFact(value: unknown): value is { readonly code: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'code' in value && typeof value.code === 'string' && 'parameters' in value;
}
