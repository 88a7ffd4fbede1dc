import type { StepAction } from '../../../evidence/action-records';
import { isPlan, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { stateOfPlan, stateOfScenario } from '../../../recording/model/state';
import type { ChoiceOutline, PlanOutline, PlanStepOutline, StageOutline } from '../../outline/plans';
import { verificationOf } from '../../outline/verification';
import type { PageContext } from '../page-context';
import { stepView } from '../procedure/step-view';
import type { ChoiceView, PlanStepView, PlanView, StageView } from './plan';

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
      steps: steps.map((step) => planStepView(step, scenario, context)),
    })),
  };
}

function planStepView(
  { number, step, anchor }: PlanStepOutline,
  scenario: RecordedScenario,
  context: PageContext,
): PlanStepView {
  const view = stepView(step, scenario, { id: anchor, number }, context);
  return { ...view, orders: view.actions.map((action) => ({ data: JSON.stringify(action), text: textOf(action) })) };
}

function textOf(action: StepAction): string {
  if ('gesture' in action) return [action.page, action.control, action.value].filter((part) => part !== '').join(' › ');
  if ('command' in action) return action.command;
  if ('open' in action) return action.open;
  if ('logOn' in action) return action.logOn;
  if ('carry' in action) return `${action.carry}: ${action.from} → ${action.to}`;
  return `${action.authority}: ${action.issue}`;
}
