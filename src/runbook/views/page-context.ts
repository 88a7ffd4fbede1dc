import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { stateOfScenario } from '../../recording/model/state';
import type { RunbookOutline } from '../outline/outline';
import { fileOf, linkTo } from '../outline/page-files';
import type { Words } from '../words/words';
import type { SlipContext } from './slips/slip-context';

/** What every view of a runbook is made from: the outline, and the words of one language. */
export interface PageContext {
  readonly outline: RunbookOutline;
  readonly words: Words;
  /** the executed slips; null without any */
  readonly slips: SlipContext | null;
}

/** The sentences by their ids, each linked to its row in the table of sentences. */
export function sourceViews(ids: readonly string[], { outline }: PageContext): readonly SourceView[] {
  return ids.map((id) => ({ id, href: linkTo(fileOf('coverage'), outline.anchors.source(id)) }));
}

/** A link to where the runbook shows the scenario. */
export function scenarioLink(scenario: RecordedScenario, { outline, words }: PageContext): ScenarioLink {
  const { name, uri, line } = scenario;
  return { name: words.prose(name), href: outline.anchors.hrefOf(uri, line), state: stateOfScenario(scenario) };
}

/** A sentence of the source document, linked to its row in the table of sentences. */
export interface SourceView {
  readonly id: string;
  readonly href: string;
}

/** A scenario, or all rows of a Scenario Outline, as a link to where the runbook shows it. */
export interface ScenarioLink<S = ReturnType<typeof stateOfScenario>> {
  readonly name: string;
  readonly href: string;
  readonly state: S;
}
