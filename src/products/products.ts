import type { Deployment } from '../world/deployment';
import type { Product } from '../world/product';
import { LYNC_SERVER_2013 } from './lync-server-2013/product';

/** The products that come with the package, the default one first. */
export const PRODUCTS: readonly [Product<Deployment>, ...Product<Deployment>[]] = [LYNC_SERVER_2013];
