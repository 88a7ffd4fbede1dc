import { evidenceView } from './evidence-view';
import { paragraphsOf } from './paragraphs';
import type { RecordedScenario } from './recorded-scenario';
import type { RecordedStep } from './recorded-step';
import { type Registry, slug } from './registry';
import type { Example, SourceView, StepView, TableView } from './runbook';
import { STATE_OF, type State, stateOfScenario, stateOfStep } from './state';
import { withValues } from './step-values';

/** How an example is presented: under which name of its file, folded or not, with its Background or without. */
export interface Presentation {
  readonly fileSlug: string;
  readonly foldable: boolean;
  readonly withBackground: boolean;
}

/** An example with its own steps; steps of its Background where asked for, and wherever they did not pass. */
export function exampleView(scenario: RecordedScenario, how: Presentation, registry: Registry): Example {
  const frame = exampleFrame(scenario, how, registry);
  const steps = scenario.steps
    .filter((step) => !step.background || how.withBackground || step.status !== 'passed')
    .map((step) => {
      registry.show(scenario.uri, step.line, frame.id);
      return stepView(step, scenario, registry, { id: '', number: '' });
    });
  return { ...frame, steps };
}

/** Everything of a scenario but its steps. */
export function exampleFrame(
  scenario: RecordedScenario,
  how: Presentation,
  registry: Registry,
): Omit<Example, 'steps'> {
  const { place, row, uri } = scenario;
  const sources = [...new Set([...place.sources, ...(row?.table.sources ?? []), ...(row?.sources ?? [])])];
  const name = slug(sources[0] ?? scenario.name);
  const id = registry.anchor(['example', how.fileSlug, name].filter((part) => part !== '').join('-'));
  for (const line of [scenario.line, place.line, row?.table.line ?? place.line]) registry.show(uri, line, id);
  const state = stateOfScenario(scenario);
  return {
    id,
    name: scenario.name,
    cells: row?.cells ?? [],
    paragraphs: paragraphsOf(place.description),
    state,
    open: !how.foldable || !SETTLED.includes(state),
    settled: SETTLED.includes(state),
    documentDefect: scenario.marks.includes('document-defect'),
    notApplicable: scenario.notApplicable,
    hooks: scenario.hooks.map(({ when, name, where, status, message }) => {
      return { when, name, where, state: STATE_OF[status], message };
    }),
    earlier: scenario.earlier.map(({ status, message }) => ({ state: STATE_OF[status], message })),
    symptom: symptomOf(scenario),
    sources: sourceViews(sources, registry),
    evidence: evidenceView(scenario.left, registry),
  };
}

/** What the machine says when it refuses, as an operator would search for it. */
function symptomOf({ steps }: RecordedScenario): string {
  const records = steps.filter((step) => !step.background).flatMap((step) => step.left.records);
  const refusal = records.find((record) => record.kind === 'refusal');
  return refusal ? (refusal.hresult ?? refusal.code) : '';
}

/** States that need nobody's attention. */
const SETTLED: readonly State[] = ['verified', 'refused', 'not-applicable', 'not-run'];

/** One step with its arguments, its result and what it left behind. */
export function stepView(
  step: RecordedStep,
  scenario: RecordedScenario,
  registry: Registry,
  { id, number }: Pick<StepView, 'id' | 'number'>,
): StepView {
  const { keyword, message } = step;
  const { text, parts, table, docString } = withValues(step);
  return {
    id,
    number,
    keyword: keyword === '*' ? '' : keyword,
    check: step.type === 'Outcome',
    text,
    parts,
    state: stateOfStep(step, scenario),
    message,
    table: tableView(table),
    docString,
    evidence: evidenceView(step.left, registry),
    sources: sourceViews(step.sources, registry),
    failures: [],
    rules: [],
  };
}

/** The sentences by their ids, each linked to its row in the table of sentences. */
export function sourceViews(ids: readonly string[], registry: Registry): readonly SourceView[] {
  return ids.map((id) => ({ id, href: `#${registry.source(id)}` }));
}

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
