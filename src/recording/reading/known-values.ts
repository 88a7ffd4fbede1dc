import type { RunRecord } from '../../evidence/records';
import type { RecordedScenario } from '../model/recorded-scenario';
import type { RecordedStep } from './steps';

/**
 * The scenario, in which a step that was not carried out knows the values as well: those of the scenario, which may be
 * about other pools than the environment's, else those of the run.
 */
export function withKnownValues(scenario: RecordedScenario, run: RunRecord | undefined): RecordedScenario {
  const known: RecordedStep['values'] = Object.assign({}, run?.values, ...scenario.steps.map(({ values }) => values));
  if (Object.keys(known).length === 0) return scenario;
  const steps = scenario.steps.map((step) => ({ ...step, values: { ...known, ...step.values } }));
  return { ...scenario, steps };
}
