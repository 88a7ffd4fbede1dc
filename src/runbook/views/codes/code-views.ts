import type { FindingLine } from '../../../evidence/finding-records';
import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import { rowsTogether } from '../../outline/outline-rows';
import type { CodeInWords } from '../../words/text-words';
import type { PageContext, ScenarioLink } from '../page-context';
import { rowsLink } from '../rows-link';

/** The explanation of a code, and the scenarios in which it was found. */
export interface CodeView extends CodeInWords {
  readonly anchor: string;
  readonly scenarios: readonly ScenarioLink[];
}

/**
 * The codes that the judge of the run can give.
 *
 * @param findingsIn the findings of the judge in a scenario; undefined when it was not asked
 */
export function codeViews(
  context: PageContext,
  findingsIn: (scenario: RecordedScenario) => readonly FindingLine[] | undefined,
): readonly CodeView[] {
  const { recording, scenarios, anchors } = context.outline;
  const showing = new Map<string, RecordedScenario[]>();
  for (const scenario of scenarios) {
    for (const code of new Set((findingsIn(scenario) ?? []).map((line) => line.code))) {
      showing.set(code, [...(showing.get(code) ?? []), scenario]);
    }
  }
  return recording.codes.map((line) => ({
    ...context.words.code(line),
    anchor: anchors.code(line.code),
    scenarios: rowsTogether(showing.get(line.code) ?? []).map((rows) => rowsLink(rows, context)),
  }));
}
