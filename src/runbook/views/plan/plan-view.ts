import { isPlan, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import { stateOfPlan, stateOfScenario } from '../../../recording/model/state';
import { mayBeDone, type State } from '../../../recording/model/states';
import type { ChoiceOutline, PlanOutline, PlanStepOutline, StageOutline } from '../../outline/plans';
import { symptomsOf } from '../../outline/symptoms';
import { verificationOf } from '../../outline/verification';
import type { DecodedView } from '../evidence/decoded-view';
import type { EvidenceView } from '../evidence/evidence-view';
import { type PageContext, scenarioLink } from '../page-context';
import { explanationOf, NO_EXPLANATION } from '../procedure/explanation';
import type { Trouble } from '../procedure/procedure';
import { consequenceOf } from '../procedure/procedure-run-view';
import { expectedAfter } from '../procedure/step-location';
import { stepView } from '../procedure/step-view';
import { NO_SLIPS, type StepSlips, stepSlips } from '../slips/step-slips';
import { type EarlierStep, type StepAnswer, stepCard } from '../step/step-card';
import { cardInBlock } from './block-actions';
import type { ChoiceView, PlanStepView, PlanView, StageView } from './plan-page';

/** The page of one plan. */
export function planView(plan: PlanOutline, context: PageContext): PlanView {
  const { feature, pool, title, id, file } = plan;
  const scenarios = feature.scenarios.filter(isPlan);
  const page: PlanContext = { ...context, always: true, explained: new Map(), answered: new Map() };
  const stages = plan.stages.map((stage) => stageView(stage, id, page));
  const main = stages.flatMap(({ choices }) => choices.slice(0, 1));
  const blocks = main.flatMap((choice) => choice.blocks);
  return {
    pool,
    title: context.words.prose(title),
    follows: title !== '' && context.outline.plans.some((one) => one.pool === pool && one.title === ''),
    id,
    file,
    state: stateOfPlan(scenarios),
    verification: verificationOf(scenarios, context.outline.verification),
    steps: blocks.reduce((sum, { steps }) => sum + steps.length, 0),
    machines: [...new Set(blocks.map(({ machine }) => machine))],
    stages,
  };
}

/** The context of one page, with what its earlier steps say. */
interface PlanContext extends PageContext {
  /** whether the reader always sees the current stage: it has one way, and later steps may refer to it */
  readonly always: boolean;
  readonly explained: Map<RecordedScenario, string>;
  /** the links to the steps with an expected output, by the command and the output */
  readonly answered: Map<string, EarlierStep>;
}

function stageView({ id, number, title, choices }: StageOutline, plan: string, context: PlanContext): StageView {
  return {
    id: `${plan}-${id}`,
    number,
    title: context.words.prose(title),
    machines: [...new Set(choices.flatMap((choice) => choice.machineBlocks.map(({ machine }) => machine)))],
    alternatives: choices.length > 1,
    choices: choices.map((choice) => choiceView(choice, `${plan}-${id}`, { ...context, always: choices.length === 1 })),
  };
}

function choiceView(choice: ChoiceOutline, stage: string, context: PlanContext): ChoiceView {
  const { scenario } = choice;
  return {
    id: `${stage}-${choice.id}`,
    title: context.words.prose(choice.title),
    letter: choice.letter,
    state: stateOfScenario(scenario),
    several: choice.machineBlocks.length > 1,
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
  context: PlanContext,
): PlanStepView {
  const failures = context.outline.sameSteps.failures(step);
  const whole = stepCard(step, failures, (failure) => consequenceOf(failure, context), context.words);
  const card = {
    ...cardInBlock(whole, machine),
    answers: whole.answers.map((answer) => answerOnce(answer, { number, href: `#${anchor}` }, context)),
  };
  const view = stepView(step, scenario, { id: anchor, number: '', warned: card.warned }, context);
  return {
    ...view,
    // the page of the procedure has the sentence as it was executed
    parts: [],
    evidence: withoutPem(view.evidence),
    label: card.title.text,
    order: number,
    card,
    places: [],
    published: '',
    failures: [],
    troubles: failures.map((failure, at) => troubleView(failure, `${anchor}-failure-${at + 1}`, context)),
    rules: [],
    rollbacks: [],
    rollback: { by: [], not: [] },
    where: [],
    expected: { title: '', page: '' },
    cells: [],
    columns: [],
    entries: entryOn(machine, view.state),
    planned: [],
    slips: slipsAt(scenario, step, context),
  };
}

function slipsAt({ uri }: RecordedScenario, { line }: RecordedStep, { slips }: PlanContext): StepSlips {
  return slips ? stepSlips(slips.at(uri, line), slips) : NO_SLIPS;
}

/** Certificates and requests without their PEM texts, which the page of the produced files has. */
function withoutPem({ certificates, requests, ...others }: EvidenceView): EvidenceView {
  const short = (decoded: DecodedView) => ({ ...decoded, pem: '', href: '' });
  return { ...others, certificates: certificates.map(short), requests: requests.map(short) };
}

/** The entry of the change record on the machine, which the heading names; none where the step cannot be done. */
function entryOn(machine: string, state: State): PlanStepView['entries'] {
  if (!mayBeDone(state)) return [];
  return [{ name: '', state, box: true, shared: false, cells: [{ machine, state, box: true }] }];
}

/** The steps, each with the page that the next one finds open. */
function withExpected(steps: readonly PlanStepView[]): readonly PlanStepView[] {
  return steps.map((step, index) => ({ ...step, expected: expectedAfter(step, steps[index + 1]) }));
}

/** The expected output of a check; where another server gave the same, only a link to it. */
function answerOnce(answer: StepAnswer, here: EarlierStep, { always, answered }: PlanContext): StepAnswer {
  if (!answer.asked) return answer;
  const key = JSON.stringify([answer.parts, answer.output]);
  const earlier = answered.get(key) ?? null;
  if (!earlier && always) answered.set(key, here);
  return { ...answer, earlier };
}

/**
 * The explanation of a failure, with a link to the page that shows its steps. Where the same step is done on several
 * servers, the later ones lead to the explanation beside the first one.
 */
function troubleView(failure: RecordedScenario, id: string, context: PlanContext): Trouble {
  const explanation = explanationOf(failure, context);
  const { name, href } = scenarioLink(failure, context);
  const saying = explanation.seen[0] ?? '';
  const earlier = context.explained.get(failure);
  if (earlier !== undefined)
    return { id: '', saying, name, href: `#${earlier}`, explanation: NO_EXPLANATION, symptoms: [], recoveries: [] };
  if (context.always) context.explained.set(failure, id);
  const recoveries = context.outline.recoveries.get(failure) ?? [];
  const repeatsSeen = explanation.causes.length + explanation.fixes.length + recoveries.length === 0;
  return {
    id,
    saying,
    name,
    href,
    explanation: { ...explanation, seen: repeatsSeen ? explanation.seen : explanation.seen.slice(1) },
    symptoms: symptomsOf(failure),
    recoveries: recoveries.map((one) => scenarioLink(one, context)),
  };
}
