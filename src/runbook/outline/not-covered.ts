import type { Recording } from '../../recording/model/recorded-run';
import { isPlan, isProcedureRun, type RecordedScenario } from '../../recording/model/recorded-scenario';
import { scenariosOf } from './totals';

/** A pool of the environment with servers on which no step of a procedure was executed. */
export interface UncoveredPool {
  readonly pool: string;
  /** the servers that are not covered, in the order of the pool */
  readonly servers: readonly string[];
}

/**
 * The pools and servers of the environment that procedure runs and plans did not reach, in the order of the environment.
 * The list is empty if the features have none of them, or if the run has no record of its pools.
 */
export function notCoveredIn(recording: Recording): readonly UncoveredPool[] {
  const runs = scenariosOf(recording).filter((scenario) => isProcedureRun(scenario) || isPlan(scenario));
  if (runs.length === 0) return [];
  const reached = new Set(runs.flatMap(machinesReached));
  const pools = new Map(
    recording.runs.flatMap(({ topology }) => (topology?.pools ?? []).map((pool) => [pool.fqdn, pool.servers] as const)),
  );
  return [...pools].flatMap(([pool, all]) => {
    const servers = all.filter((server) => !reached.has(server));
    return servers.length > 0 ? [{ pool, servers }] : [];
  });
}

/** The machines on which the operator executed a step of the procedure. Preconditions and checks do not count. */
function machinesReached({ steps }: RecordedScenario): readonly string[] {
  const actions = steps.filter(({ status, type }) => status === 'passed' && type === 'Action');
  return actions.flatMap(({ output }) =>
    output.records.flatMap((record) => (record.kind === 'machines' ? record.on : [])),
  );
}
