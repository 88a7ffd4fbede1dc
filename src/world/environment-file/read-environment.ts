/** Reads `rehearsal.yaml`: returns the environment, or reports all errors of the text at once. */
import { memo } from '../../memo';
import { editionNamed } from '../edition';
import type { Environment } from '../environment';
import { readChecked } from './checked-file';
import { brokenRules } from './environment-rules';
import { type EnvironmentProduct, environmentSchema } from './environment-schema';
import { valueAt } from './environment-values';

/** One command reads the same file several times; an exploration reads many others. */
const MOST_KEPT = 4;

/**
 * Reads an environment of one of the products; default: the first one. `file` is the name of the file in error messages.
 * Throws an EnvironmentError with all errors.
 */
export function readEnvironment(text: string, file: string, products: Products): Environment {
  return environments(products, `${file}\n${text}`, () => environmentIn(text, file, products));
}

const environments = memo<Environment>(MOST_KEPT);

function environmentIn(text: string, file: string, products: Products): Environment {
  const productOf = (content: unknown) => productNamed(valueAt(content, ['product']), products);
  const ids = products.map(({ id }) => id);
  return readChecked(text, file, {
    schemaFor: (content) => {
      const product = productOf(content);
      return environmentSchema(product, editionNamed(product, valueAt(content, ['edition'])), ids);
    },
    brokenIn: (content) => brokenRules(content, productOf(content)),
  });
}

/** The products that an environment may be of, the default one first. */
export type Products = readonly [FileProduct, ...FileProduct[]];
type FileProduct = EnvironmentProduct & { readonly id: string };

/** The product of that id; the first one for an unknown id, which reading an environment reports. */
export function productNamed<P extends { readonly id: string }>(id: unknown, products: readonly [P, ...P[]]): P {
  return products.find((product) => product.id === id) ?? products[0];
}
