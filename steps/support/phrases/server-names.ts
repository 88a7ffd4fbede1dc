import { ANY_ORDINAL, ORDINALS } from '../../../src/ordinals';
import { type Deployment, firstPool, issuingAuthority } from '../../../src/world/deployment';
import { FeatureError } from '../feature-error';
import { oneOf, wordsOfProducts } from './product-phrases';

/** The title of the servers of pools, and of the internal server. */
const SERVER = oneOf(wordsOfProducts(({ roles }) => [roles.pool.title]));
const INTERNAL = oneOf(wordsOfProducts(({ roles }) => (roles.internal ? [roles.internal.title] : [])));

const PLACED = new RegExp(`^the (${ANY_ORDINAL}) ${SERVER}(?: of the (${ANY_ORDINAL}) pool)?$`);
const INSIDE = new RegExp(`^the (?:internal server|${INTERNAL})$`);

/** What a step may write for one server. The last alternative is a host name or an FQDN. */
export const ONE_SERVER = [
  'the internal server',
  `the ${INTERNAL}`,
  'the server of the issuing authority',
  // the first ones are listed, so that they can be offered for a misspelt step
  `the (?:first|second|third) ${SERVER}`,
  `the ${ANY_ORDINAL} ${SERVER}(?: of the ${ANY_ORDINAL} pool)?`,
  '[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*',
].map((source) => new RegExp(source));

/** The server that a phrase means: by its role, by its position in a pool, or by its FQDN or host name in any case. */
export function serverCalled(deployment: Deployment, phrase: string): string {
  if (INSIDE.test(phrase)) return deployment.environment.internalServer.fqdn;
  if (phrase === 'the server of the issuing authority') return issuingAuthority(deployment).host ?? '';
  const [, server, pool = 'first'] = PLACED.exec(phrase) ?? [];
  return server === undefined ? named(deployment, phrase) : placed(deployment, phrase, [server, pool]);
}

function named(deployment: Deployment, phrase: string): string {
  const { title } = deployment.product.roles.pool;
  const known = [...deployment.machines.keys()];
  const written = phrase.toLowerCase();
  const exact = known.find((fqdn) => fqdn.toLowerCase() === written);
  const [found, ...others] = exact ? [exact] : known.filter((fqdn) => fqdn.split('.')[0]?.toLowerCase() === written);
  if (found === undefined)
    throw new FeatureError(
      `there is no server ${phrase}; have ${known.join(', ')}, their host names, or "the first ${title}" and the like`,
    );
  if (others.length === 0) return found;
  throw new FeatureError(`${phrase} is the host name of ${[found, ...others].join(' and ')}; write the FQDN`);
}

/** What a step may write for several servers, before the title: the range of their positions in the pool. */
const RANGES: ReadonlyMap<string, readonly [from: number, to?: number]> = new Map([
  ['every', [0]],
  ['every other', [1]],
  ['every further', [2]],
  ['the first and second', [0, 2]],
]);

/** What a step may write for several servers of the pool. */
export const SEVERAL_SERVERS = new RegExp([...RANGES.keys()].map((range) => `${range} ${SERVER}`).join('|'));

const SEVERAL = new RegExp(`^(.*) ${SERVER}$`);

/** The servers that a phrase means, in pool order. */
export function everyServer(deployment: Deployment, phrase: string): readonly string[] {
  const range = RANGES.get(SEVERAL.exec(phrase)?.[1] ?? '');
  return range ? firstPool(deployment).servers.slice(...range) : [serverCalled(deployment, phrase)];
}

function placed(deployment: Deployment, phrase: string, [server, pool]: readonly [string, string]): string {
  const servers = deployment.pools[ORDINALS.indexOf(pool)]?.servers;
  const found = servers?.[ORDINALS.indexOf(server)];
  if (found !== undefined) return found;
  throw new FeatureError(
    servers
      ? `there is no such server here: "${phrase}"; the pool has ${servers.join(', ')}`
      : `there is no ${pool} pool here; the pools are ${deployment.pools.map(({ fqdn }) => fqdn).join(', ')}`,
  );
}
