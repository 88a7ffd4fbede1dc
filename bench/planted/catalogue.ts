import type { PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import { BUGS_OF_AUTHORITIES } from './bugs-of-authorities';
import { BUGS_OF_SERVERS } from './bugs-of-servers';

/** Every planted bug, by its kind and what is wrong. */
export const PLANTED_BUGS: Readonly<Record<string, PoolSystem>> = { ...BUGS_OF_SERVERS, ...BUGS_OF_AUTHORITIES };
