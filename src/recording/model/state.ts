import { isProcedureRun, type RecordedScenario } from './recorded-scenario';
import type { RecordedStep } from './recorded-step';
import { type State, UNCOUNTED, wasExecuted } from './states';
import { isFailing, type Status, worst } from './status';

/** The state of each status. */
export const STATE_OF: Readonly<Record<Status, State>> = {
  passed: 'verified',
  failed: 'failing',
  undefined: 'undefined',
  ambiguous: 'ambiguous',
  pending: 'pending',
  skipped: 'skipped',
  'not run': 'not-run',
  waived: 'waived',
};

/** The state of a scenario. */
export function stateOfScenario({ status, marks, notApplicable, moved }: RecordedScenario): State {
  if (isStale({ status, moved })) return 'stale';
  if (status === 'passed' && isFailure({ marks })) return 'refused';
  if (status === 'skipped' && notApplicable !== '') return 'not-applicable';
  return STATE_OF[status];
}

/** Whether the scenario shows a failure of the procedure. */
export function isFailure({ marks }: Pick<RecordedScenario, 'marks'>): boolean {
  return marks.includes('failure');
}

/** The state of a step in its scenario. A step for machines that the pool does not have was not executed. */
export function stateOfStep(step: RecordedStep, scenario: RecordedScenario): State {
  const { status } = step;
  if (namesNoMachine(step)) return 'not-applicable';
  if (isStale({ status, moved: scenario.moved })) return 'stale';
  return status === 'skipped' ? skippedState(scenario) : STATE_OF[status];
}

/** Whether the step passed without a machine: its sentence means the further servers of a pool that has none. */
export function namesNoMachine({ status, several, output }: RecordedStep): boolean {
  if (status !== 'passed' || !several) return false;
  return output.records.some((record) => record.kind === 'machines' && record.on.length === 0);
}

/** Whether it held, and an input has changed since. A failure remains failing. */
function isStale({ status, moved }: Pick<RecordedScenario, 'status' | 'moved'>): boolean {
  return status === 'passed' && moved.length > 0;
}

function skippedState(scenario: RecordedScenario): State {
  return stateOfScenario(scenario) === 'not-applicable' ? 'not-applicable' : 'skipped';
}

/**
 * The combined state of several scenarios. Scenarios that the run excluded, that the environment does not allow or that
 * are waived count only if there are no others.
 */
export function stateOfAll(scenarios: readonly RecordedScenario[]): State {
  const counted = scenarios.filter((one) => one.selected && !UNCOUNTED.includes(stateOfScenario(one)));
  const together = worst(counted.map(({ status }) => status));
  if (together === 'passed' && counted.some(isStale)) return 'stale';
  if (counted.length > 0) return STATE_OF[together];
  const left = scenarios.map(stateOfScenario);
  return UNCOUNTED.find((state) => left.includes(state)) ?? 'not-run';
}

/**
 * The state of a plan, which is carried out in one scenario for each choice: failing if one of them fails, and otherwise
 * not better than any of them.
 */
export function stateOfPlan(scenarios: readonly RecordedScenario[]): State {
  const together = worst(scenarios.map(({ status }) => status));
  if (isFailing(together)) return STATE_OF[together];
  const states = scenarios.map(stateOfScenario);
  return states.find((state) => !wasExecuted(state)) ?? states.find((state) => state === 'stale') ?? 'verified';
}

/**
 * The state of a procedure. While one of its procedure runs is waived, or none of them was executed, it has that state,
 * independent of its other scenarios; a failure outweighs it.
 */
export function stateOfProcedure(scenarios: readonly RecordedScenario[]): State {
  const state = stateOfAll(scenarios);
  if (isFailing(worst(scenarios.map(({ status }) => status)))) return state;
  const runs = scenarios.filter(isProcedureRun);
  if (runs.some((run) => stateOfScenario(run) === 'waived')) return 'waived';
  const ofRuns = stateOfAll(runs);
  return runs.length > 0 && !wasExecuted(ofRuns) ? ofRuns : state;
}
