import type { PlanPlace } from '../../gherkin/plan-comments';
import type { RecordedFeature, Recording } from '../../recording/model/recorded-run';
import { isPlan, planId, type RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import { actionsOf } from './actions';
import type { AnchorAllocation } from './anchor-allocation';
import { anchorName } from './anchor-names';
import { linkTo } from './page-files';

/** The plan of one pool: the stages in the order in which they are carried out. */
export interface PlanOutline {
  readonly feature: RecordedFeature;
  /** FQDN */
  readonly pool: string;
  /** what a further plan of the pool changes, English; empty for the main one */
  readonly title: string;
  readonly id: string;
  /** the file of its page */
  readonly file: string;
  readonly stages: readonly StageOutline[];
}

export interface StageOutline {
  readonly id: string;
  /** from 1 */
  readonly number: number;
  /** English; the catalogue of a language translates it */
  readonly title: string;
  /** the ways to carry out the stage, that of the main scenario first */
  readonly choices: readonly ChoiceOutline[];
}

export interface ChoiceOutline {
  readonly id: string;
  readonly title: string;
  /** the letter of the choice; empty for the only one */
  readonly letter: string;
  /** the scenario that carries out the plan with this choice */
  readonly scenario: RecordedScenario;
  readonly machineBlocks: readonly MachineBlock[];
}

export interface MachineBlock {
  /** FQDN */
  readonly machine: string;
  readonly steps: readonly PlanStepOutline[];
}

export interface PlanStepOutline {
  /** 1 to n through the main scenario; in another choice B1, B2 and so on */
  readonly number: string;
  readonly step: RecordedStep;
  readonly anchor: string;
}

/** A step of a plan, with its stage. */
export interface StepInPlan {
  readonly pool: string;
  readonly stage: Pick<StageOutline, 'id' | 'number' | 'title'> & { readonly href: string };
  readonly number: string;
  readonly href: string;
}

/** The steps that plans take from procedures. */
export interface SameSteps {
  /** the steps of plans that are taken from a step of a procedure, in the order of the plans */
  readonly planned: (step: RecordedStep) => readonly StepInPlan[];
  /** the failures beside the steps of procedures from which a step of a plan is taken */
  readonly failures: (step: RecordedStep) => readonly RecordedScenario[];
}

/** Whether the feature is the plan of a pool. */
export function isPlanFeature({ scenarios }: Pick<RecordedFeature, 'scenarios'>): boolean {
  return scenarios.some(isPlan);
}

/** The plans of a run, in the order of the environment's pools. */
export function planFeatures({ features, runs }: Pick<Recording, 'features' | 'runs'>): readonly RecordedFeature[] {
  const pools = runs.flatMap(({ topology }) => (topology?.pools ?? []).map(({ fqdn }) => fqdn));
  const place = ({ scenarios }: RecordedFeature) => pools.indexOf(poolOf(scenarios.find(isPlan)));
  return features.filter(isPlanFeature).sort((one, other) => place(one) - place(other));
}

/** The outline of a plan from the comments of its feature. */
export function planOutline(feature: RecordedFeature, allocation: AnchorAllocation): PlanOutline {
  const [main, ...others] = feature.scenarios.filter(isPlan);
  const pool = poolOf(main);
  const further = main ? planId(main) : '';
  const named = further === '' ? 'plan' : `plan-${further}`;
  const id = allocation.take(`${named}-${anchorName(pool)}`);
  const file = `${named}-${pool}.html`;
  const title = further === '' ? '' : feature.feature.name;
  const blocks = blocksOf(main);
  const alternatives = others.map((scenario) => ({ scenario, blocks: blocksOf(scenario) }));
  const numbering = new Numbering({ id, file, feature }, allocation);
  const stages = stageIds(blocks).map((stage, index): StageOutline => {
    const own = blocks.filter(({ place }) => place.stage.id === stage);
    const other = alternatives.flatMap(({ scenario, blocks: all }) => {
      const there = all.filter(({ place }) => place.stage.id === stage);
      return choiceOf(there) === choiceOf(own) ? [] : [{ scenario, blocks: there }];
    });
    const ways = [...(main ? [{ scenario: main, blocks: own }] : []), ...other];
    const choices = ways.map(({ scenario, blocks: steps }, at): ChoiceOutline => {
      const letter = ways.length > 1 ? letterOf(at) : '';
      const { id: choice = '', title = '' } = steps[0]?.place.choice ?? {};
      return { id: choice, title, letter, scenario, machineBlocks: numbering.numbered(steps, at === 0 ? '' : letter) };
    });
    return { id: stage, number: index + 1, title: own[0]?.place.stage.title ?? '', choices };
  });
  return { feature, pool, title, id, file, stages };
}

/** Steps of one stage on one machine. */
interface Block {
  readonly place: PlanPlace;
  readonly steps: readonly RecordedStep[];
}

/** The steps of a scenario by stage and machine; what did nothing in this environment is left out. */
function blocksOf(scenario: RecordedScenario | undefined): readonly Block[] {
  const blocks: (Block & { readonly steps: RecordedStep[] })[] = [];
  for (const step of scenario?.steps ?? []) {
    const { begins } = step;
    const last = blocks.at(-1);
    if (begins && !(last && isSame(last.place, begins))) blocks.push({ place: begins, steps: [] });
    if (!didNothing(step)) blocks.at(-1)?.steps.push(step);
  }
  return blocks;
}

function isSame(one: PlanPlace, other: PlanPlace): boolean {
  return one.stage.id === other.stage.id && one.choice.id === other.choice.id && one.machine === other.machine;
}

/** Whether the step is for other environments: it was carried out, and nothing was done or found. */
function didNothing({ type, status, output }: RecordedStep): boolean {
  if (type !== 'Action' || status !== 'passed' || actionsOf(output.records).length > 0) return false;
  return output.records.every(({ kind }) => NOTHING_DONE.includes(kind));
}

const NOTHING_DONE: readonly string[] = ['actions', 'values', 'machines', 'not-applicable'];

function stageIds(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.map(({ place }) => place.stage.id))];
}

function choiceOf([first]: readonly Block[]): string {
  return first?.place.choice.id ?? '';
}

/** `A`, `B` and so on. */
function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The pool that the first step names; the step of a plan that was not executed has no parameters. */
function poolOf(scenario: RecordedScenario | undefined): string {
  return /"([^"]*)"/.exec(scenario?.steps[0]?.text ?? '')?.[1] ?? '';
}

/** Numbers the steps of a plan, and allocates their anchors. */
class Numbering {
  #main = 0;
  readonly #others = new Map<string, number>();

  readonly #plan: Pick<PlanOutline, 'id' | 'file' | 'feature'>;
  readonly #allocation: AnchorAllocation;

  constructor(plan: Pick<PlanOutline, 'id' | 'file' | 'feature'>, allocation: AnchorAllocation) {
    this.#plan = plan;
    this.#allocation = allocation;
  }

  /** @param letter empty for the main scenario */
  numbered(blocks: readonly Block[], letter: string): readonly MachineBlock[] {
    this.#others.set(letter, 0);
    return blocks.map(({ place, steps }) => ({
      machine: place.machine,
      steps: steps.map((step) => this.#numbered(step, letter)),
    }));
  }

  #numbered(step: RecordedStep, letter: string): PlanStepOutline {
    const count = letter === '' ? this.#main + 1 : (this.#others.get(letter) ?? 0) + 1;
    if (letter === '') this.#main = count;
    else this.#others.set(letter, count);
    const number = `${letter}${count}`;
    const { id, file, feature } = this.#plan;
    const anchor = this.#allocation.take(`${id}-step-${number.toLowerCase()}`);
    this.#allocation.show(feature.uri, step.line, linkTo(file, anchor));
    this.#allocation.takeForDecoded(step.output, file);
    return { number, step, anchor };
  }
}
