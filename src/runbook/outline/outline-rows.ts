import type { RecordedScenario } from '../../recording/model/recorded-scenario';

/** The rows of a Scenario Outline, or one scenario. */
export type Rows = readonly [RecordedScenario, ...RecordedScenario[]];

/** The scenarios, with the rows of each Scenario Outline together. */
export function rowsTogether(scenarios: readonly RecordedScenario[]): readonly Rows[] {
  const rows = new Map<string, Rows>();
  for (const scenario of scenarios) {
    const key = elementKey(scenario);
    rows.set(key, [...(rows.get(key) ?? []), scenario] as const);
  }
  return [...rows.values()];
}

/** Equal for the rows of one Scenario Outline. */
export function elementKey({ uri, place }: RecordedScenario): string {
  return `${uri}:${place.line}`;
}

/** Whether the scenario shows a defect of the document. */
export function isDocumentDefect({ marks }: RecordedScenario): boolean {
  return marks.includes('document-defect');
}

/** The sentence of the rule that the scenario is in; its own name outside rules. */
export function ruleOf({ place }: RecordedScenario): string {
  return place.rule?.name || place.name;
}
