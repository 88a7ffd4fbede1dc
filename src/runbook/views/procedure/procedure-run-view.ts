import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import type { ExampleOutline, ProcedureRunOutline, RunbookOutline, RunStepOutline } from '../../outline/outline';
import type { StepInPlan } from '../../outline/plans';
import { publishedAt } from '../../source-document/source-document';
import { mainSection, stepNumber } from '../../source-document/step-number';
import { type PageContext, scenarioLink } from '../page-context';
import { NO_SLIPS } from '../slips/step-slips';
import { stepCard } from '../step/step-card';
import { exampleFrame, exampleView } from './example-view';
import { explanationOf, NO_EXPLANATION } from './explanation';
import { gridOf } from './grid';
import { columnsOf } from './grid-columns';
import type { PlannedIn, ProcedureRun, RunStepView } from './procedure';
import { withLocations } from './step-location';
import { statementOf, stepView } from './step-view';

/** A documented path, with the examples beside the steps that they belong to. */
export function procedureRunView(run: ProcedureRunOutline, context: PageContext): ProcedureRun {
  const { scenario } = run;
  const { entries } = context.outline;
  const section = mainSection(
    scenario.steps.flatMap((step) => step.sources),
    entries,
  );
  const located = withLocations(
    run.steps.map((step) => ({ recorded: step.step, view: runStepView(step, run, section, context) })),
  );
  const first = scenario.steps.findIndex((step) => !isPrerequisite(step, entries));
  const end = first < 0 ? located.length : first;
  const { machines, cells } = gridOf(located, end, scenario.provenance?.run.topology);
  const rows = columnsOf(cells, context.words);
  const views = located.map(({ view }, index) => ({
    ...view,
    order: Math.max(index - end + 1, 0),
    places: view.where.flatMap((where) => where.machines).filter((one) => !view.card.title.text.includes(one)),
    cells: cells[index - end] ?? [],
    columns: rows[index - end] ?? [],
    entries: context.outline.plans.length > 0 ? [] : (rows[index - end] ?? []).filter(({ box }) => box),
  }));
  return {
    ...exampleFrame(run, false, context),
    prerequisites: views.slice(0, end),
    steps: views.slice(end),
    machines,
    columns: rows[0] ?? [],
    symptoms: [],
    explanation: NO_EXPLANATION,
    saying: '',
    stage: null,
    recoveries: [],
  };
}

function runStepView(
  { id, step, ...beside }: RunStepOutline,
  { scenario }: ProcedureRunOutline,
  section: string,
  context: PageContext,
): RunStepView {
  const { entries, document, rollbacks } = context.outline;
  const number = step.background ? '' : stepNumber(step.sources, section, entries);
  const entry = step.sources.map((source) => entries.get(source)).find((found) => found !== undefined);
  const shown = (examples: readonly ExampleOutline[]) => examples.map((example) => exampleView(example, true, context));
  const { by = [], not = [] } = rollbacks.get(step) ?? {};
  const failing = beside.failures.map((failure) => failure.scenario);
  const card = stepCard(step, failing, (failure) => consequenceOf(failure, context), context.words);
  return {
    ...stepView(step, scenario, { id, number, warned: card.warned }, context),
    label: card.title.text,
    order: 0,
    card,
    places: [],
    published: entry ? publishedAt(entry, document) : '',
    failures: shown(beside.failures),
    troubles: [],
    rules: shown(beside.rules),
    rollbacks: shown(beside.rollbacks),
    rollback: { by: by.map((one) => scenarioLink(one, context)), not: not.map(context.words.prose) },
    where: [],
    expected: { title: '', page: '' },
    cells: [],
    columns: [],
    entries: [],
    slips: NO_SLIPS,
    planned: plannedIn(context.outline.sameSteps.planned(step)),
  };
}

function plannedIn(steps: readonly StepInPlan[]): readonly PlannedIn[] {
  const pools = [...new Set(steps.map(({ pool }) => pool))];
  return pools.map((pool) => ({ pool, steps: steps.filter((step) => step.pool === pool) }));
}

/** What is seen of a failure, or what its scenario states about the result. */
export function consequenceOf(failure: RecordedScenario, context: PageContext): string {
  const [seen] = explanationOf(failure, context).seen;
  const outcome = failure.steps.find(({ type }) => type === 'Outcome');
  return seen ?? (outcome ? statementOf(outcome, context) : '');
}

/** Whether the step has to hold before the document's first step: the Background, and a Given without a number. */
function isPrerequisite({ background, type, sources }: RecordedStep, entries: RunbookOutline['entries']): boolean {
  const numbered = sources.some((id) => (entries.get(id)?.step ?? '') !== '');
  return background || (type === 'Context' && entries.size > 0 && !numbered);
}
