import { type RecordedScenario, sourcesOf } from '../../../recording/model/recorded-scenario';
import type { State } from '../../../recording/model/states';
import { withValues } from '../../../recording/model/step-values';
import { elementKey, isDocumentDefect, type Rows, rowsTogether, ruleOf } from '../../outline/outline-rows';
import type { DefectState } from '../../words/marks';
import { type PageContext, type ScenarioLink, type SourceView, sourceViews } from '../page-context';
import { rowsLink } from '../rows-link';

/** A defect of the document: the scenario that shows the consequence when the document is executed literally. */
export interface DocumentFinding extends ScenarioLink<DefectState> {
  readonly id: string;
  /** the sentence of the rule that the scenario is in; its own name outside rules */
  readonly rule: string;
  readonly sources: readonly SourceView[];
  /** what the scenario observes at its end */
  readonly consequences: readonly string[];
  /** the rule's other scenarios */
  readonly corrected: readonly ScenarioLink[];
}

/** The defects of the document, in the order of the feature files. */
export function documentFindings(context: PageContext): readonly DocumentFinding[] {
  const defects = context.outline.scenarios.filter(isDocumentDefect);
  return rowsTogether(defects).map((rows) => documentFinding(rows, context));
}

function documentFinding(rows: Rows, context: PageContext): DocumentFinding {
  const { outline, words } = context;
  const [first] = rows;
  const { rule, feature } = first.place;
  const own = [...new Set(rows.flatMap(sourcesOf))];
  const ids = [own, rule?.sources ?? [], feature.sources].find((some) => some.length > 0) ?? [];
  const link = rowsLink(rows, context);
  const outcomes = first.steps.filter(({ type }) => type === 'Outcome');
  return {
    ...link,
    id: outline.anchors.defect(elementKey(first)),
    state: defectState(link.state),
    rule: words.prose(ruleOf(first)),
    sources: sourceViews(ids, context),
    consequences: outcomes.map((step) => words.prose(withValues(step).text)),
    corrected: rowsTogether(correctedVariants(first, outline.scenarios)).map((others) => rowsLink(others, context)),
  };
}

/** The scenarios of the same rule that do not show the defect. */
function correctedVariants(
  { uri, place: { rule } }: RecordedScenario,
  scenarios: readonly RecordedScenario[],
): readonly RecordedScenario[] {
  if (!rule) return [];
  return scenarios.filter((one) => one.uri === uri && one.place.rule?.line === rule.line && !isDocumentDefect(one));
}

function defectState(state: State): DefectState {
  return state === 'verified' || state === 'refused' ? 'confirmed' : state;
}
