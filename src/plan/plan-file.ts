import { parse } from 'yaml';

/** `plan.yaml`: the stages of a change, in the order in which they are carried out. */
export interface PlanFile {
  readonly phrases: MachinePhrases;
  /** regular expressions for steps of procedures that other stages carry out */
  readonly leaveOut: readonly string[];
  readonly stages: readonly StageEntry[];
}

/** What the procedures call the machines. */
export interface MachinePhrases {
  readonly requesting: string;
  readonly internal: string;
  /** the machine on which a procedure is repeated */
  readonly repeated: readonly string[];
}

/** A stage: the machines, and one or several ways to carry it out. */
export interface StageEntry extends WayEntry {
  readonly on: 'internal' | 'requesting' | 'every' | 'others';
  readonly choices?: readonly WayEntry[];
}

/** A way to carry out a stage: the steps of a procedure, own steps, or both. */
export interface WayEntry {
  /** without spaces */
  readonly id: string;
  readonly title: string;
  readonly where?: readonly Condition[];
  /** the name of the scenario */
  readonly procedure?: string;
  readonly replace?: readonly Replacement[];
  /** Gherkin */
  readonly steps?: string;
}

export type Condition = 'several-servers' | 'share' | 'removable-media';

/** A line of a procedure that is written otherwise in the plan; each line of a table or a step with its keyword. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** Reads the text of a `plan.yaml`. */
export function readPlanFile(text: string): PlanFile {
  return parse(text);
}

/** The ways to carry out a stage; a stage without choices is its own way. */
export function waysOf(stage: StageEntry): readonly WayEntry[] {
  return stage.choices ?? [stage];
}
