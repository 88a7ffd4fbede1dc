import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import type { ServerState } from '../../pool-state/server-state';
import { type CollectedPool, readCollected } from './collected-pool';

/** The states of real servers from which a run begins. */
export interface StartingStates {
  readonly states: readonly ServerState[];
  /** the pools with a state of every server */
  readonly pools: readonly string[];
  /** writes the states to a new file in the folder, for the step definitions; returns its path */
  readonly writeTo: (folder: string) => string;
}

/**
 * Reads the states from which a run begins. Throws an InputError for a file that cannot be read, and if there is no pool
 * with a state of every server.
 */
export function startingStates(inputs: readonly string[], environment = DEFAULT_ENVIRONMENT): StartingStates {
  const { states, ...collected } = wholePools(readCollected(inputs, environment));
  return {
    states,
    pools: poolsOf(collected).map(({ fqdn }) => fqdn),
    writeTo: (folder) => {
      const file = join(folder, 'states.json');
      onPath(file, () => writeFileSync(file, JSON.stringify(states)));
      return file;
    },
  };
}

/** The collected pools. Throws an InputError if a server of one of them has no state. */
export function wholePools(collected: CollectedPool): CollectedPool {
  const [missing] = collected.findings.unseen;
  if (missing === undefined) return collected;
  throw new InputError(`no state tells the certificates of ${missing}; give the states of all servers of a pool`);
}

/** The pools with a state of every server. */
export function poolsOf({ rehearsed, known }: Pick<CollectedPool, 'rehearsed' | 'known'>) {
  return rehearsed.deployment.pools.filter(({ servers }) => servers.every((server) => known.includes(server)));
}
