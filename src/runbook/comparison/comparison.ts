import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import type { State } from '../../recording/model/states';

/** What differs between two runs, as plain values that are free of any language. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  /** a failure that the run before did not have; what broke the run itself comes first */
  readonly newlyFailing: readonly ScenarioOutcome[];
  readonly newlyPassing: readonly ScenarioOutcome[];
  /** only what has changed */
  readonly procedures: readonly ProcedureChange[];
  readonly totals: Readonly<Record<'procedures' | 'scenarios' | 'steps', Readonly<Record<Kind, number>>>>;
}

/** One of the two runs. */
export interface Side {
  /** ISO 8601; empty if the stream does not contain it */
  readonly startedAt: string;
  readonly environment: string;
  readonly scenarios: number;
}

/** The kind of a change; `expectation` is a reworded outcome step. */
export type Kind = (typeof KINDS)[number];

export const KINDS = ['added', 'removed', 'reworded', 'expectation', 'moved'] as const;

/** A scenario, and where it fails. */
export interface ScenarioOutcome {
  readonly procedure: string;
  readonly scenario: string;
  readonly step: string;
  /** `file:line` of the failed step, or else of the scenario; empty for an error of the run */
  readonly at: string;
  readonly message: string;
  readonly state: State;
}

/** A feature file. */
export interface ProcedureChange {
  readonly kinds: readonly Kind[];
  readonly title: string;
  /** where it differs from the title now */
  readonly titleBefore: string;
  readonly uri: string;
  readonly uriBefore: string;
  /** rules whose sentence has changed */
  readonly rules: readonly { readonly before: string; readonly after: string }[];
  readonly scenarios: readonly ScenarioChange[];
}

/** A scenario, or one row of a Scenario Outline. */
export interface ScenarioChange {
  readonly kinds: readonly Kind[];
  readonly name: string;
  readonly nameBefore: string;
  readonly cells: readonly { readonly name: string; readonly value: string }[];
  /** null where the scenario is not there */
  readonly state: State | null;
  readonly stateBefore: State | null;
  readonly steps: readonly StepChange[];
}

/** A step; those of what was added or removed as a whole are not listed. */
export interface StepChange {
  readonly kinds: readonly Kind[];
  readonly before: StepSide | null;
  readonly after: StepSide | null;
}

/** A step on one side, its text in pieces: those that the other side does not have are marked. */
export interface StepSide {
  /** from 1, counting every step of the scenario */
  readonly position: number;
  readonly keyword: string;
  readonly background: boolean;
  readonly text: string;
  readonly parts: readonly { readonly text: string; readonly changed: boolean }[];
  readonly table: RecordedScenario['steps'][number]['table'];
  readonly docString: string;
  /** the rows of the table and the lines of the text, in pieces as the sentence */
  readonly argument: StepSide['parts'];
}
