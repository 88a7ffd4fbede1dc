import { isFailure, STATE_OF, stateOfScenario } from '../../../recording/model/state';
import { traitsOf } from '../../../recording/model/states';
import type { ExampleOutline } from '../../outline/outline';
import { symptomsOf } from '../../outline/symptoms';
import { evidenceView } from '../evidence/evidence-view';
import { stageOf } from '../failure-stages';
import { type PageContext, scenarioLink, sourceViews } from '../page-context';
import { explanationOf, NO_EXPLANATION } from './explanation';
import { paragraphsOf } from './paragraphs';
import type { Example } from './procedure';
import { stepView } from './step-view';

/**
 * An example with all its steps, those of its Background too: its starting point is a part of what it shows.
 *
 * @param foldable whether it is beside a procedure, where it is folded away while it needs no attention
 */
export function exampleView(example: ExampleOutline, foldable: boolean, context: PageContext): Example {
  const { scenario } = example;
  const failure = isFailure(scenario);
  const explanation = failure ? explanationOf(scenario, context) : NO_EXPLANATION;
  const recoveries = context.outline.recoveries.get(scenario) ?? [];
  return {
    ...exampleFrame(example, foldable, context),
    steps: scenario.steps.map((step) => stepView(step, scenario, { id: '', number: '' }, context)),
    symptoms: symptomsOf(scenario),
    explanation,
    saying: explanation.seen[0] ?? '',
    stage: failure ? stageOf(scenario, context.outline.plans) : null,
    recoveries: recoveries.map((one) => scenarioLink(one, context)),
  };
}

type ExampleFrame = Omit<Example, 'steps' | 'symptoms' | 'explanation' | 'saying' | 'stage' | 'recoveries'>;

/** Everything of a scenario except its steps. */
export function exampleFrame({ id, scenario }: ExampleOutline, foldable: boolean, context: PageContext): ExampleFrame {
  const { place, row, waiver } = scenario;
  const { prose, cell, fact } = context.words;
  const sources = [...new Set([...place.sources, ...(row?.table.sources ?? []), ...(row?.sources ?? [])])];
  const state = stateOfScenario(scenario);
  const { settled } = traitsOf(state);
  return {
    id,
    name: prose(scenario.name),
    tags: scenario.tags,
    marks: scenario.marks,
    cells: (row?.cells ?? []).map(({ name, value }) => ({ name: cell(name), value: cell(value) })),
    paragraphs: paragraphsOf(place.description).map(prose),
    state,
    open: !foldable || !settled,
    settled,
    documentDefect: scenario.marks.includes('document-defect'),
    notApplicable: fact(scenario.notApplicable),
    waiver: waiver && { ...waiver, reason: prose(waiver.reason) },
    message: scenario.hooks.length > 0 ? '' : scenario.message,
    hooks: scenario.hooks.map(({ when, name, where, status, message }) => {
      return { when, name, where, state: STATE_OF[status], message };
    }),
    earlier: scenario.earlier.map(({ status, message }) => ({ state: STATE_OF[status], message })),
    sources: sourceViews(sources, context),
    evidence: evidenceView(scenario.output, context),
  };
}
