import { LYNC_SERVER_2013 } from '../../../src/products/lync-server-2013/product';
import type { Deployment } from '../../../src/world/deployment';
import type { ProductEdition } from '../../../src/world/edition';
import type { Product } from '../../../src/world/product';

/** A second edition, as data. It is not a real one; only its kinds of difference are. */
const SECOND: ProductEdition = {
  id: 'second',
  name: 'Second Edition',
  windows: ['2012', '2012 R2'],
  defaults: { friendlyName: 'Edge of the second edition', assumptions: { responseWithoutKey: 'refuse' } },
  labels: {
    'Lync Server 2013 - Deployment Wizard': 'Second Edition - Deployment Wizard',
    'Lync Server Management Shell': 'Second Edition Management Shell',
    'Available Certificate Tasks': 'Certificate Tasks',
  },
};

/** The product with both editions. */
export const TWO_EDITIONS: Product<Deployment> = {
  ...LYNC_SERVER_2013,
  id: 'two-editions',
  editions: [...LYNC_SERVER_2013.editions, SECOND],
};
