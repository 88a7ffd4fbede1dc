import { join } from 'node:path';
import { DEFAULT_ENVIRONMENT, ENVIRONMENTS } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { startingFrom } from '../../products/lync-server-2013/exploration/settings/starting-point';
import {
  explorationOf,
  type StartedExploration,
} from '../../products/lync-server-2013/exploration/started-exploration';
import { SYSTEM } from '../../products/lync-server-2013/exploration/system';
import { PRODUCTS } from '../../products/products';
import { withFirstPool } from '../../world/deployment';
import { readEnvironment } from '../../world/environment-file/read-environment';
import { readCollected } from '../input/collected-pool';
import { poolsOf, wholePools } from '../input/starting-states';

/** Builds the deployments to explore: the embedded environment in any setting, with the rehearsal keys. */
export function embeddedStart(): ReturnType<typeof startingFrom> {
  const file = join(ENVIRONMENTS, 'contoso.yaml');
  return startingFrom(readEnvironment(readText(file), file, PRODUCTS), committedSource());
}

/** Where an exploration begins: with the states of real servers, or without any with the embedded environment. */
export interface ExplorationPlace {
  readonly state: readonly string[];
  readonly environment?: string;
}

/**
 * The exploration that begins there. Throws an InputError for states that cannot be read, and if there is no pool with a
 * state of every server.
 */
export function explorationAt({ state, environment }: ExplorationPlace): StartedExploration {
  if (state.length === 0) return { start: embeddedStart(), system: SYSTEM };
  const collected = wholePools(readCollected(state, environment ?? DEFAULT_ENVIRONMENT));
  const { deployment } = collected.rehearsed;
  const [pool] = poolsOf(collected);
  const given = environment === undefined ? [] : ['--environment', environment];
  const options = [...given, '--state', ...state].map(asArgument).join(' ');
  return explorationOf((pool && withFirstPool(deployment, pool.fqdn)) ?? deployment, options);
}

/** An argument of a command line, in quotes if it needs them. */
function asArgument(value: string): string {
  return /^[\w./:\\=-]+$/.test(value) ? value : `"${value}"`;
}
