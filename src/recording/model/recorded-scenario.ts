import type { Waiver } from '../../evidence/omission-records';
import type { EvidenceRecord } from '../../evidence/records';
import type { Value } from '../../fact';
import { firstLine } from './failure-message';
import type { FeatureElement, RowElement, ScenarioElement } from './feature-document';
import type { Provenance, ResultInput } from './provenance';
import type { RecordedHook } from './recorded-hook';
import type { RecordedStep } from './recorded-step';
import { isFailing, type Status } from './status';
import type { StepOutput } from './step-output';

/** One scenario, or one row of a Scenario Outline, with the output of its last attempt. */
export interface RecordedScenario {
  /** the same in every run of the same file */
  readonly key: string;
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly tags: readonly string[];
  /** the meaning of its tags; empty in features that do not follow the conventions of this package */
  readonly marks: readonly Mark[];
  readonly place: ScenarioElement;
  readonly row: RowElement | null;
  /** false: excluded from the run by tags or names */
  readonly selected: boolean;
  readonly status: Status;
  /** messages of failed hooks, or why the failure is at the wrong step; a step's message is at the step */
  readonly message: string;
  readonly hooks: readonly RecordedHook[];
  /** the earlier attempts, the first one first */
  readonly earlier: readonly EarlierAttempt[];
  /** the reason why the environment does not allow the scenario; empty if it does */
  readonly notApplicable: Value;
  /** the reason why its feature waives it; null if it was not waived at the time of the run */
  readonly waiver: Waiver | null;
  readonly steps: readonly RecordedStep[];
  /** attachments of hooks before and after the scenario */
  readonly output: StepOutput;
  /** null: the run contains no record of itself */
  readonly provenance: Provenance | null;
  /** the inputs of the result that have changed since */
  readonly moved: readonly ResultInput[];
}

/** The scenario with that status for itself and all its steps. */
export function endedAs(status: Status, scenario: RecordedScenario): RecordedScenario {
  return { ...scenario, status, steps: scenario.steps.map((step) => ({ ...step, status })) };
}

/** The end of an attempt that was followed by another one. */
export interface EarlierAttempt {
  readonly status: Status;
  readonly message: string;
}

/** The kinds of scenarios: a procedure run, a documented failure, a defect of the document, a judgement. */
export type Mark = (typeof MARKS)[number];

export const MARKS = ['procedure', 'failure', 'document-defect', 'judgement'] as const;

/** Whether the scenario is a documented procedure, step by step. */
export function isProcedureRun(scenario: RecordedScenario): boolean {
  return scenario.marks.includes('procedure');
}

/** Whether the scenario carries out the plan of a pool. */
export function isPlan({ tags }: Pick<RecordedScenario, 'tags'>): boolean {
  return tags.includes('@plan');
}

/** The id of the further plan that the scenario carries out; empty for the main one of a pool. */
export function planId({ tags }: Pick<RecordedScenario, 'tags'>): string {
  const [tag = ''] = tags.filter((one) => one.startsWith('@plan-'));
  return tag.slice('@plan-'.length);
}

/** Whether the scenario shows how to roll back a step. */
export function isRollback({ tags }: Pick<RecordedScenario, 'tags'>): boolean {
  return tags.includes('@rollback');
}

/** The elements that contain the scenario or are part of it, outermost first, without its steps. */
export function elementsAround({ place, row }: RecordedScenario): readonly FeatureElement[] {
  return [
    place.feature,
    ...(place.rule ? [place.rule] : []),
    ...place.backgrounds,
    place,
    ...(row ? [row.table, row] : []),
  ];
}

/** All records of the scenario, those of its steps first. */
export function recordsOf({ steps, output }: RecordedScenario): readonly EvidenceRecord[] {
  return [...steps.map((step) => step.output), output].flatMap(({ records }) => records);
}

/** The sentences that the scenario cites, before those of its steps. */
export function sourcesOf({ place, row, steps }: RecordedScenario): readonly string[] {
  const own = [...place.sources, ...(row?.table.sources ?? []), ...(row?.sources ?? [])];
  return [...new Set([...own, ...steps.flatMap((step) => (step.background ? [] : step.sources))])];
}

/** Why the scenario is as it is: the reason it was left out, or the first line of what failed. */
export function reasonOf({ notApplicable, waiver, message, steps }: RecordedScenario): Value {
  const failing = steps.find((step) => isFailing(step.status));
  return notApplicable || waiver?.reason || firstLine(failing?.message || message);
}
