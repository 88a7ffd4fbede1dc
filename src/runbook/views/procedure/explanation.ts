import { elementsAround, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { uniqueSorted } from '../../unique-sorted';
import { sentenceCase } from '../../words/sentence-case';
import type { PageContext } from '../page-context';

/** The explanation of a failure: what is seen, why it happens, and what helps; from the machine and the known failures. */
export interface Explanation {
  readonly seen: readonly string[];
  readonly causes: readonly string[];
  readonly fixes: readonly string[];
}

/** The explanation of a scenario that is not about a failure. */
export const NO_EXPLANATION: Explanation = { seen: [], causes: [], fixes: [] };

/** What the machines and the judge say in the steps of a failure, and what is known about such failures. */
export function explanationOf(scenario: RecordedScenario, { outline, words }: PageContext): Explanation {
  const records = scenario.steps.flatMap(({ output }) => output.records);
  const refusals = records.filter((record) => record.kind === 'refusal').map(words.refusal);
  const dispositions = records.filter((record) => record.kind === 'disposition').map(words.disposition);
  const lines = records.flatMap((record) => (record.kind === 'findings' ? record.findings : []));
  const known = knownFailuresIn(scenario)
    .flatMap((id) => outline.knownFailures.get(id) ?? [])
    .map(words.knownFailure);
  const findings = lines.map(words.finding);
  return {
    seen: some([
      ...refusals.map(({ detail }) => detail),
      ...dispositions.map(({ message }) => message),
      ...known.map(({ symptom }) => symptom),
      ...uniqueSorted(findings.map(({ detail }) => detail)),
    ]),
    causes: some(known.map(({ cause }) => sentenceCase(cause))),
    fixes: some(
      [
        ...known.map(({ fix }) => fix),
        ...refusals.map(({ remedy }) => remedy),
        ...uniqueSorted(findings.map(({ remedy }) => remedy)),
      ].map(sentenceCase),
    ),
  };
}

/** The known failures that a scenario shows: its own, else those of the nearest rule or feature around it. */
function knownFailuresIn(scenario: RecordedScenario): readonly string[] {
  const nearest = elementsAround(scenario)
    .map(({ failures }) => failures)
    .filter((ids) => ids.length > 0)
    .at(-1);
  return nearest ?? [];
}

function some(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
