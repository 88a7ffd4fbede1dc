import { ORDINALS } from '../../../ordinals';
import type { Deployment } from '../../../world/deployment';

/** The name of an Edge Server in the features: by its position, and by the position of its pool unless that is the first. */
export function serverPhrase({ pools }: Deployment, fqdn: string): string {
  const index = pools.findIndex(({ servers }) => servers.includes(fqdn));
  const name = `the ${ORDINALS[pools[index]?.servers.indexOf(fqdn) ?? -1] ?? ''} Edge Server`;
  return index > 0 ? `${name} of the ${ORDINALS[index] ?? ''} pool` : name;
}
