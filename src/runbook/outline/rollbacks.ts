import type { Change } from '../../evidence/records';
import { isProcedureRun, isRollback, type RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import { changesOf, changesOfActions, isReverted } from '../../recording/model/rollback';

/** How a step of a procedure run is rolled back. */
export interface Rollback {
  /** the executed rollbacks: those in the same feature file if there are any, or else one of another file */
  readonly by: readonly RecordedScenario[];
  /** the reasons why the rest cannot be taken back, in sentences */
  readonly not: readonly string[];
}

/**
 * The rollbacks of each step of a procedure run. A rollback is found by its changes, so that one rollback serves every
 * step with the same changes: on another server, in another procedure run.
 */
export function rollbacksIn(scenarios: readonly RecordedScenario[]): ReadonlyMap<RecordedStep, Rollback> {
  const rollbacks = scenarios.filter((scenario) => isRollback(scenario) && scenario.status !== 'not run');
  const runs = scenarios.filter(isProcedureRun);
  return new Map(runs.flatMap((run) => run.steps.map((step) => [step, rollbackOf(step, run, rollbacks)] as const)));
}

/** The rollbacks of a step. A reason why the rest remains comes from the step, else from a step that did the same. */
function rollbackOf(step: RecordedStep, run: RecordedScenario, rollbacks: readonly RecordedScenario[]): Rollback {
  const changes = changesOf(step);
  const by = new Set(changes.flatMap((change) => rollbacksOf(change, run, rollbacks)));
  const left = changes.filter((change) => ![...by].some((one) => isReverted(changesOfActions(one), change)));
  const same = run.steps.filter((other) => changesOf(other).some((change) => left.some((one) => alike(one, change))));
  const reasons = [step, ...same].flatMap(({ irreversible }) => (irreversible === '' ? [] : [irreversible]));
  return { by: [...by], not: [...new Set(reasons)] };
}

function rollbacksOf(
  change: Change,
  { uri }: RecordedScenario,
  rollbacks: readonly RecordedScenario[],
): readonly RecordedScenario[] {
  const fitting = rollbacks.filter((one) => isReverted(changesOfActions(one), change));
  const own = fitting.filter((one) => one.uri === uri);
  return own.length > 0 ? own : fitting.slice(0, 1);
}

function alike(one: Change, other: Change): boolean {
  return one.sign === other.sign && one.what === other.what && one.where === other.where;
}
