import type { Deployment } from '../world/deployment';
import type { Product } from '../world/product';
import { PRODUCTS } from './products';

const [standard, ...others] = PRODUCTS;
const offered: [Product<Deployment>, ...Product<Deployment>[]] = [standard, ...others];

/**
 * Lets environment files name one more product, or replaces the one with the same id. A module of the user's calls it
 * when it is loaded, which `rehearse` does before it reads an environment file or a step definition.
 */
export function offerProduct(product: Product<Deployment>): void {
  const known = offered.findIndex(({ id }) => id === product.id);
  if (known < 0) offered.push(product);
  else offered[known] = product;
}

/** The products that an environment file may name, the default one first. */
export function offeredProducts(): typeof PRODUCTS {
  return offered;
}
