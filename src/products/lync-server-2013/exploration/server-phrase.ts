import type { Pool } from '../../../world/topology';

const ORDINALS = ['first', 'second', 'third'];

/** The name of a server in the features: by its position, from the fourth on by its host name. */
export function serverPhrase(pool: Pool, fqdn: string): string {
  const ordinal = ORDINALS[pool.servers.indexOf(fqdn)];
  return ordinal ? `the ${ordinal} Edge Server` : (fqdn.split('.')[0] ?? fqdn).toUpperCase();
}
