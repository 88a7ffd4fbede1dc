import { PRODUCTS } from '../../src/products/products';
import type { Deployment } from '../../src/world/deployment';
import type { Product } from '../../src/world/product';

const [standard, ...others] = PRODUCTS;
const offered: [Product<Deployment>, ...Product<Deployment>[]] = [standard, ...others];

/** Lets environment files name one more product; for support code that is loaded before the first scenario. */
export function offerProduct(product: Product<Deployment>): void {
  offered.push(product);
}

/** The products that an environment file may name, the default one first. */
export function offeredProducts(): typeof PRODUCTS {
  return offered;
}
