import { isPlan, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { stateOfPlan, stateOfScenario } from '../../../recording/model/state';
import { mayBeDone, type State } from '../../../recording/model/states';
import type { ChoiceOutline, PlanOutline, PlanStepOutline, StageOutline } from '../../outline/plans';
import { symptomsOf } from '../../outline/symptoms';
import { verificationOf } from '../../outline/verification';
import { type PageContext, scenarioLink } from '../page-context';
import { explanationOf } from '../procedure/explanation';
import type { Trouble } from '../procedure/procedure';
import { consequenceOf } from '../procedure/procedure-run-view';
import { expectedAfter } from '../procedure/step-location';
import { stepView } from '../procedure/step-view';
import { stepCard } from '../step/step-card';
import type { ChoiceView, PlanStepView, PlanView, StageView } from './plan-page';

/** The page of one plan. */
export function planView(plan: PlanOutline, context: PageContext): PlanView {
  const { feature, pool, id, file } = plan;
  const scenarios = feature.scenarios.filter(isPlan);
  const stages = plan.stages.map((stage) => stageView(stage, id, context));
  const main = stages.flatMap(({ choices }) => choices.slice(0, 1));
  const blocks = main.flatMap((choice) => choice.blocks);
  return {
    pool,
    id,
    file,
    state: stateOfPlan(scenarios),
    verification: verificationOf(scenarios, context.outline.verification),
    steps: blocks.reduce((sum, { steps }) => sum + steps.length, 0),
    machines: [...new Set(blocks.map(({ machine }) => machine))],
    stages,
  };
}

function stageView({ id, number, title, choices }: StageOutline, plan: string, context: PageContext): StageView {
  return {
    id: `${plan}-${id}`,
    number,
    title: context.words.prose(title),
    machines: [...new Set(choices.flatMap((choice) => choice.machineBlocks.map(({ machine }) => machine)))],
    alternatives: choices.length > 1,
    choices: choices.map((choice) => choiceView(choice, `${plan}-${id}`, context)),
  };
}

function choiceView(choice: ChoiceOutline, stage: string, context: PageContext): ChoiceView {
  const { scenario } = choice;
  return {
    id: `${stage}-${choice.id}`,
    title: context.words.prose(choice.title),
    letter: choice.letter,
    state: stateOfScenario(scenario),
    blocks: choice.machineBlocks.map(({ machine, steps }) => ({
      machine,
      steps: withExpected(steps.map((step) => planStepView(step, machine, scenario, context))),
    })),
  };
}

function planStepView(
  { number, step, anchor }: PlanStepOutline,
  machine: string,
  scenario: RecordedScenario,
  context: PageContext,
): PlanStepView {
  const failures = context.outline.sameSteps.failures(step);
  const card = stepCard(step, failures, (failure) => consequenceOf(failure, context), context.words);
  const view = stepView(step, scenario, { id: anchor, number: '', warned: card.warned }, context);
  return {
    ...view,
    label: card.title.text,
    order: number,
    card,
    places: [],
    published: '',
    failures: [],
    troubles: failures.map((failure) => troubleView(failure, context)),
    rules: [],
    rollbacks: [],
    rollback: { by: [], not: [] },
    where: [],
    expected: { title: '', page: '' },
    cells: [],
    columns: [],
    entries: entryOn(machine, view.state),
    planned: [],
  };
}

/** The entry of the change record on the machine; none where the step cannot be done. */
function entryOn(machine: string, state: State): PlanStepView['entries'] {
  if (!mayBeDone(state)) return [];
  return [{ name: machine, state, box: true, shared: false, cells: [{ machine, state, box: true }] }];
}

/** The steps, each with the page that the next one finds open. */
function withExpected(steps: readonly PlanStepView[]): readonly PlanStepView[] {
  return steps.map((step, index) => ({ ...step, expected: expectedAfter(step, steps[index + 1]) }));
}

/** The explanation of a failure, with a link to the page that shows its steps. */
function troubleView(failure: RecordedScenario, context: PageContext): Trouble {
  const explanation = explanationOf(failure, context);
  const { name, href } = scenarioLink(failure, context);
  const recoveries = context.outline.recoveries.get(failure) ?? [];
  return {
    saying: explanation.seen[0] ?? '',
    name,
    href,
    explanation,
    symptoms: symptomsOf(failure),
    recoveries: recoveries.map((one) => scenarioLink(one, context)),
  };
}
