import { consoleOn } from '../../src/operator/console';
import { firstPool } from '../../src/world/deployment';
import { poolWithCertificate } from '../../steps/lync-server-2013/support/certified-pool';
import { starting } from '../exploration/starting';

/** A pool of one Edge Server: initially, and with its internal certificate. */

export const begun = consoleOn(starting(1));
export const pool = firstPool(begun.deployment);
export const [on = ''] = pool.servers;
export const holding = poolWithCertificate(begun, pool);
