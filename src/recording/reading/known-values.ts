import type { RunRecord } from '../../evidence/records';
import type { RecordedScenario } from '../model/recorded-scenario';
import type { RecordedStep } from '../model/recorded-step';

/** Adds values to steps that were not executed: those of the scenario's other steps, else those of the run. */
export function withKnownValues(scenario: RecordedScenario, run: RunRecord | undefined): RecordedScenario {
  const known: RecordedStep['values'] = Object.assign({}, run?.values, ...scenario.steps.map(({ values }) => values));
  if (Object.keys(known).length === 0) return scenario;
  const steps = scenario.steps.map((step) => ({ ...step, values: { ...known, ...step.values } }));
  return { ...scenario, steps };
}
