import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { isFailure } from '../../recording/model/state';

/**
 * The executed recoveries from each failure: the scenarios about the same known failure, and those of the same rule about
 * the same sentence.
 */
export function recoveriesIn(
  scenarios: readonly RecordedScenario[],
): ReadonlyMap<RecordedScenario, readonly RecordedScenario[]> {
  const recoveries = scenarios.filter(isRecovery);
  return new Map(scenarios.filter(isFailure).map((failure) => [failure, recoveriesOf(failure, recoveries)]));
}

function recoveriesOf(failure: RecordedScenario, recoveries: readonly RecordedScenario[]): readonly RecordedScenario[] {
  const { rule, failures, sources } = failure.place;
  const inRule = recoveries.filter((one) => rule && one.uri === failure.uri && one.place.rule?.line === rule.line);
  const same = recoveries.filter(({ place }) => place.failures.some((id) => failures.includes(id)));
  const near = inRule.filter(({ place }) => place.sources.some((id) => sources.includes(id)));
  return [...new Set([...same, ...near])];
}

function isRecovery({ marks }: RecordedScenario): boolean {
  return !isFailure({ marks }) && !marks.includes('document-defect') && !marks.includes('procedure');
}
