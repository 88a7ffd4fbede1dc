import { ORDINALS } from '../../../ordinals';
import type { Pool } from '../../../world/topology';

/** The name of a server of a pool in the features: by its position. */
export function serverPhrase(pool: Pool, fqdn: string): string {
  return `the ${ORDINALS[pool.servers.indexOf(fqdn)] ?? ''} Edge Server`;
}
