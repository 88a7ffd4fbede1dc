import type { State } from '../../../recording/model/states';
import type { Verification } from '../../outline/verification';
import type { RunStepView } from '../procedure/procedure';

/** The plan of one pool. */
export interface PlanView {
  readonly pool: string;
  /** what a further plan of the pool changes; empty for the main one */
  readonly title: string;
  readonly id: string;
  /** whether it begins after the main plan of the pool, which is in the run */
  readonly follows: boolean;
  /** the file of its page */
  readonly file: string;
  readonly state: State;
  readonly verification: Verification;
  /** the number of steps in the main scenario */
  readonly steps: number;
  readonly machines: readonly string[];
  readonly stages: readonly StageView[];
}

export interface StageView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly machines: readonly string[];
  /** whether the reader chooses one of several ways */
  readonly alternatives: boolean;
  readonly choices: readonly ChoiceView[];
}

/** A way to carry out a stage. */
export interface ChoiceView {
  readonly id: string;
  readonly title: string;
  /** empty for the only one */
  readonly letter: string;
  readonly state: State;
  /** whether it has several blocks, so that each shows its progress */
  readonly several: boolean;
  readonly blocks: readonly MachineBlockView[];
}

export interface MachineBlockView {
  readonly machine: string;
  readonly steps: readonly PlanStepView[];
}

/** A step as a card; `order` is its number in the plan. */
export type PlanStepView = Omit<RunStepView, 'order'> & { readonly order: string };

/** The steps of all ways to carry out a plan, in its order. */
export function planSteps({ stages }: PlanView): readonly PlanStepView[] {
  return stages.flatMap(({ choices }) => choices.flatMap(({ blocks }) => blocks.flatMap(({ steps }) => steps)));
}
