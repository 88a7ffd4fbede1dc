import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import { isFailure, STATE_OF, type State, stateOfScenario, stateOfStep } from '../../../recording/model/state';
import { withValues } from '../../../recording/model/step-values';
import type { RecordedStep } from '../../../recording/reading/steps';
import { anchorName } from '../../outline/anchor-names';
import type { Registry } from '../../outline/anchors';
import type { Workbench } from '../../outline/page-context';
import { fileOf, linkTo } from '../../outline/page-files';
import { evidenceView } from '../evidence/evidence-view';
import type { SourceView } from '../findings/findings';
import type { Example, StepView, TableView } from '../runbook';
import { knownIn, NOTHING, toldOf } from './explanation';
import { paragraphsOf } from './paragraphs';
import { symptomsIn } from './symptoms';

/** How an example is presented: on which page, under which name of its file, folded or not. */
export interface Presentation {
  /** the file of the page */
  readonly page: string;
  readonly fileSlug: string;
  readonly foldable: boolean;
}

/** An example with its steps, those of its Background too: what it begins with is a part of what it shows. */
export function exampleView(
  scenario: RecordedScenario,
  how: Presentation,
  { registry, failures }: Pick<Workbench, 'registry' | 'failures'>,
): Example {
  const frame = exampleFrame(scenario, how, registry);
  const steps = scenario.steps.map((step) => {
    registry.show(scenario.uri, step.line, linkTo(how.page, frame.id));
    return stepView(step, scenario, registry, { id: '', number: '', page: how.page });
  });
  const known = knownIn(scenario).flatMap((id) => failures.get(id) ?? []);
  return { steps, symptoms: symptomsIn(steps), told: isFailure(scenario) ? toldOf(steps, known) : NOTHING, ...frame };
}

/** Everything of a scenario but its steps. */
export function exampleFrame(
  scenario: RecordedScenario,
  how: Presentation,
  registry: Registry,
): Omit<Example, 'steps' | 'symptoms' | 'told'> {
  const { place, row, uri } = scenario;
  const sources = [...new Set([...place.sources, ...(row?.table.sources ?? []), ...(row?.sources ?? [])])];
  const id = registry.anchor(
    ['example', how.fileSlug, anchorName(scenario.name)].filter((part) => part !== '').join('-'),
  );
  for (const line of [scenario.line, place.line, row?.table.line ?? place.line])
    registry.show(uri, line, linkTo(how.page, id));
  const state = stateOfScenario(scenario);
  return {
    id,
    name: scenario.name,
    tags: scenario.tags,
    marks: scenario.marks,
    cells: row?.cells ?? [],
    paragraphs: paragraphsOf(place.description),
    state,
    open: !how.foldable || !SETTLED.includes(state),
    settled: SETTLED.includes(state),
    documentDefect: scenario.marks.includes('document-defect'),
    notApplicable: scenario.notApplicable,
    waiver: scenario.waiver,
    message: scenario.hooks.length > 0 ? '' : scenario.message,
    hooks: scenario.hooks.map(({ when, name, where, status, message }) => {
      return { when, name, where, state: STATE_OF[status], message };
    }),
    earlier: scenario.earlier.map(({ status, message }) => ({ state: STATE_OF[status], message })),
    sources: sourceViews(sources, registry),
    evidence: evidenceView(scenario.output, how.page, registry),
    recoveries: [],
  };
}

/** States that need nobody's attention. */
const SETTLED: readonly State[] = ['verified', 'refused', 'stale', 'not-applicable', 'waived', 'not-run'];

/** One step with its arguments, its result and what it left behind. */
export function stepView(
  step: RecordedStep,
  scenario: RecordedScenario,
  registry: Registry,
  { id, number, page }: Pick<StepView, 'id' | 'number'> & Pick<Presentation, 'page'>,
): StepView {
  const { keyword, message } = step;
  const { text, parts, docString, table: rows } = withValues(step);
  const table = tableView(rows);
  return {
    id,
    number,
    keyword: keyword === '*' ? '' : keyword,
    check: step.type === 'Outcome',
    text,
    label: labelOf(text, table),
    parts,
    state: stateOfStep(step, scenario),
    message,
    table,
    docString,
    evidence: evidenceView(step.output, page, registry),
    sources: sourceViews(step.sources, registry),
  };
}

/** The sentences by their ids, each linked to its row in the table of sentences. */
export function sourceViews(ids: readonly string[], registry: Registry): readonly SourceView[] {
  return ids.map((id) => ({ id, href: linkTo(fileOf('coverage'), registry.source(id)) }));
}

const MOST_IN_A_LABEL = 3;

/** The step in one line for lists: a text that leads to a table names what stands in its first column. */
export function labelOf(text: string, table: TableView | null, { colon, comma } = LATIN): string {
  const [words, rows] = [text.replace(/[:：]$/, ''), table?.rows ?? []];
  const names = [...new Set(rows.map(({ head }) => head))];
  if (names.length === 0 || rows[0]?.cells.length === 0) return words;
  const more = names.length > MOST_IN_A_LABEL ? ['…'] : [];
  return `${words}${colon}${[...names.slice(0, MOST_IN_A_LABEL), ...more].join(comma)}`;
}

const LATIN = { colon: ': ', comma: ', ' };

const COLUMNS_WITH_NAMES = 3;

function tableView(rows: readonly (readonly string[])[]): TableView | null {
  const [first] = rows;
  if (!first) return null;
  const named = first.length >= COLUMNS_WITH_NAMES && rows.length > 1;
  return {
    head: named ? first : [],
    rows: rows.slice(named ? 1 : 0).map(([head = '', ...cells]) => ({ head, cells })),
  };
}
