import type { EdgePool } from '../products/lync-server-2013/topology';

const ORDINALS = ['first', 'second', 'third'];

/** What the features call a server of the first pool: by its place, the further ones by their host names. */
export function serverPhrase(pool: EdgePool, fqdn: string): string {
  const ordinal = ORDINALS[pool.servers.indexOf(fqdn)];
  return ordinal ? `the ${ordinal} Edge Server` : (fqdn.split('.')[0] ?? fqdn).toUpperCase();
}
