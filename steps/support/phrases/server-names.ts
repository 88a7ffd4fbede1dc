import { type Deployment, firstPool } from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { FeatureError } from '../feature-error';

const ORDINALS = ['first', 'second', 'third'];

/** The server that a phrase means: by its position in the pool, by its role, or by its host name in capitals. */
export function serverCalled(deployment: Deployment, phrase: string): string {
  if (phrase === 'the internal server' || phrase === 'the Front End Server')
    return deployment.environment.internalServer.fqdn;
  const place = ORDINALS.findIndex((ordinal) => phrase.startsWith(`the ${ordinal}`));
  if (place >= 0) return placed(deployment, phrase, place);
  const named = [...deployment.machines.keys()].find((fqdn) => fqdn.split('.')[0]?.toUpperCase() === phrase);
  if (named) return named;
  const known = [...deployment.machines.keys()].map((fqdn) => fqdn.split('.')[0]?.toUpperCase()).join(', ');
  throw new FeatureError(`there is no server ${phrase}; have ${known}, or "the first Edge Server" and the like`);
}

/** The servers that a phrase means, in pool order. */
export function everyServer(deployment: Deployment, phrase: string): readonly string[] {
  const { servers } = firstPool(deployment);
  switch (phrase) {
    case 'every Edge Server':
      return servers;
    case 'every other Edge Server':
      return servers.slice(1);
    case 'every further Edge Server':
      return servers.slice(2);
    case 'the first and second Edge Server':
      return servers.slice(0, 2);
    default:
      return [serverCalled(deployment, phrase)];
  }
}

function placed(deployment: Deployment, phrase: string, place: number): string {
  const pool: Pool | undefined = phrase.endsWith('second pool') ? deployment.pools[1] : firstPool(deployment);
  const server = pool?.servers[place];
  if (server) return server;
  throw new FeatureError(
    `there is no such server here: "${phrase}"; the pool has ${pool?.servers.join(', ') ?? 'no servers'}`,
  );
}
