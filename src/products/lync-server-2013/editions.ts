import type { ProductEditions } from '../../world/edition';

/**
 * The editions of the product, the default one first. Only the edition of the source document is included. Microsoft
 * supports it on Windows Server 2008 R2 to 2012 R2; servers with later versions can be rehearsed too.
 */
export const EDITIONS: ProductEditions = [
  { id: '2013', name: 'Lync Server 2013', windows: ['2008 R2', '2012', '2012 R2', '2016', '2019', '2022'] },
];
