import { now } from '../../execution/clock';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { combineExports } from '../../pool-state/combine-exports';
import { certificatesIn } from '../../pool-state/new-keys';
import { poolDeployment, serverName } from '../../pool-state/pool-deployment';
import { type RehearsedPool, rehearsedPool } from '../../pool-state/rehearsed-pool';
import type { ServerState } from '../../pool-state/server-state';
import { type PoolFindings, poolFindings } from '../../pool-state/unknowns';
import { PRODUCTS } from '../../products/products';
import { buildDeployment } from '../../world/build-deployment';
import type { Environment } from '../../world/environment';
import { productNamed, readEnvironment } from '../../world/environment-file/read-environment';
import { existing } from './existing-path';
import { stateFiles } from './state-files';

/** The states of real servers, and the pool on which operations can be carried out. */
export interface CollectedPool {
  readonly environment: Environment;
  /** with what the services are taken to present, and with the present time if no state has a time */
  readonly states: readonly ServerState[];
  readonly findings: PoolFindings;
  readonly rehearsed: RehearsedPool;
  /** the servers with a state */
  readonly known: readonly string[];
  /** the servers whose state does not tell what their services present */
  readonly unknownUse: readonly string[];
  /** the thumbprints of all certificates in the states */
  readonly thumbprints: readonly string[];
}

/**
 * Reads states and the environment of their pool. Throws an InputError or an EnvironmentError for a file that cannot be
 * read.
 */
export function readCollected(inputs: readonly string[], environment: string): CollectedPool {
  existing(environment, `there is no environment file ${environment}; make one with: rehearse init`);
  const described = readEnvironment(readText(environment), environment, PRODUCTS);
  const base = buildDeployment(described, committedSource(), productNamed(described.product, PRODUCTS));
  const { states } = combineExports(stateFiles(inputs).exports, [...base.servers.keys()]);
  const known = states.map((state) => serverName(base, state));
  const used = timed(states.map(asInUse));
  const real = poolDeployment(base, used);
  return {
    environment: described,
    states: used,
    findings: poolFindings(real, states),
    rehearsed: rehearsedPool(real, known),
    known,
    unknownUse: known.filter((_, index) => states[index]?.presented === undefined),
    thumbprints: certificatesIn(real).map(({ thumbprint }) => thumbprint),
  };
}

/** If a state does not tell what the services present, they are taken to present what is assigned. */
function asInUse(state: ServerState): ServerState {
  return state.presented === undefined ? { ...state, presented: state.assigned } : state;
}

/** If no state has a time, as pasted texts have none, the first one gets the time of this computer. */
function timed(states: readonly ServerState[]): readonly ServerState[] {
  if (states.some(({ clock }) => clock.utc !== null)) return states;
  const utc = new Date(now()).toISOString();
  return states.map((state, index) => (index === 0 ? { ...state, clock: { ...state.clock, utc } } : state));
}
