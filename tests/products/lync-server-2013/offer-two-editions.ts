/** Loaded by Cucumber beside the step definitions: an environment file may then name the product with two editions. */
import { offerProduct } from '../../../src/products/offered-products';
import { TWO_EDITIONS } from './second-edition';

offerProduct(TWO_EDITIONS);
