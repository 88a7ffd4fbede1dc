import { elementsAround, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { KnownFailure } from '../../source-document/known-failures';
import { uniqueSorted } from '../evidence/session';
import type { StepView, Told } from '../runbook';

/** There is nothing to know. */
export const NOTHING: Told = { seen: [], causes: [], fixes: [] };

/** The known failures that a scenario shows: its own, else those of the rule or the feature that it stands in. */
export function knownIn(scenario: RecordedScenario): readonly string[] {
  const nearest = elementsAround(scenario)
    .map(({ failures }) => failures)
    .filter((ids) => ids.length > 0)
    .at(-1);
  return nearest ?? [];
}

/** What the machine and the judge say in these steps, and what is known of such failures. */
export function toldOf(steps: readonly StepView[], known: readonly KnownFailure[]): Told {
  const refusals = steps.flatMap(({ evidence }) => evidence.refusals);
  const answers = steps.flatMap(({ evidence }) => evidence.dispositions);
  const lines = steps.flatMap(({ evidence }) => evidence.findings.flatMap((found) => found.lines));
  const some = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');
  return {
    seen: some([
      ...refusals.map(({ detail }) => detail),
      ...answers.map(({ message }) => message),
      ...known.map(({ symptom }) => symptom),
      ...uniqueSorted(lines.map(({ detail }) => detail)),
    ]),
    causes: some(known.map(({ cause }) => cause)),
    fixes: some([
      ...known.map(({ fix }) => fix),
      ...refusals.map(({ remedy }) => remedy),
      ...uniqueSorted(lines.map(({ remedy }) => remedy)),
    ]),
  };
}
