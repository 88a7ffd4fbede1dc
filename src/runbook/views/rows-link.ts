import { stateOfAll, stateOfScenario } from '../../recording/model/state';
import type { Rows } from '../outline/outline-rows';
import type { PageContext, ScenarioLink } from './page-context';

/** A link to the rows of a Scenario Outline together, or to one scenario. */
export function rowsLink(rows: Rows, { outline, words }: PageContext): ScenarioLink {
  const [first, ...others] = rows;
  const states = new Set(rows.map(stateOfScenario));
  return {
    name: words.prose(others.length > 0 ? first.place.name : first.name),
    href: outline.anchors.hrefOf(first.uri, first.line),
    state: states.size === 1 ? stateOfScenario(first) : stateOfAll(rows),
  };
}
