import type { Waiver } from '../../../evidence/omission-records';
import type { RecordedHook } from '../../../recording/model/recorded-hook';
import type { Mark } from '../../../recording/model/recorded-scenario';
import type { TextPart } from '../../../recording/model/recorded-step';
import type { State } from '../../../recording/model/states';
import type { StepInPlan } from '../../outline/plans';
import type { Verification } from '../../outline/verification';
import type { EvidenceView } from '../evidence/evidence-view';
import type { ScenarioLink, SourceView } from '../page-context';
import type { StepSlips } from '../slips/step-slips';
import type { StepCard } from '../step/step-card';
import type { TableView } from '../step/step-label';
import type { Explanation } from './explanation';
import type { GridCell } from './grid-cell';
import type { GridColumn } from './grid-columns';

/** One feature file: a documented procedure, or a chapter of examples. */
export interface Procedure {
  readonly id: string;
  /** the file of its page */
  readonly file: string;
  readonly tags: readonly string[];
  readonly uri: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly state: State;
  readonly verification: Verification;
  readonly sources: readonly SourceView[];
  readonly roles: readonly { readonly account: string; readonly machines: readonly string[] }[];
  readonly runs: readonly ProcedureRun[];
  /** examples that belong to no one step */
  readonly groups: readonly Group[];
  /** examples of this file that are shown beside the step of another procedure */
  readonly elsewhere: readonly { readonly name: string; readonly href: string; readonly state: State }[];
}

/** The documented path, one step for each numbered step of the document. */
export interface ProcedureRun extends Example {
  readonly prerequisites: readonly RunStepView[];
  readonly steps: readonly RunStepView[];
  /** the machines on which it is carried out: the columns of its grid */
  readonly machines: readonly string[];
  /** the columns of its grid; machines with the same results share one */
  readonly columns: readonly GridColumn[];
}

export interface Group {
  /** the rule's sentence; empty for examples outside rules */
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** what the tags say in a rehearsal */
  readonly marks: readonly Mark[];
  readonly cells: readonly { readonly name: string; readonly value: string }[];
  readonly paragraphs: readonly string[];
  readonly state: State;
  /** false: folded away, because it is beside a procedure and holds */
  readonly open: boolean;
  /** whether it needs no attention: its state holds for each of its steps */
  readonly settled: boolean;
  readonly documentDefect: boolean;
  readonly notApplicable: string;
  readonly waiver: Waiver | null;
  /** why it does not hold although its steps and hooks passed */
  readonly message: string;
  /** hooks around the scenario that did not pass */
  readonly hooks: readonly HookView[];
  /** attempts that were followed by another one */
  readonly earlier: readonly Pick<HookView, 'state' | 'message'>[];
  /** codes, symbolic names, event numbers by which the operator sees it */
  readonly symptoms: readonly string[];
  readonly sources: readonly SourceView[];
  readonly steps: readonly StepView[];
  readonly evidence: EvidenceView;
  /** the explanation of a failure; empty in other examples */
  readonly explanation: Explanation;
  /** what is seen first of a failure; empty without one */
  readonly saying: string;
  /** the stage of the plans in which an operator meets the failure; null without one */
  readonly stage: StepInPlan['stage'] | null;
  /** the executed ways out of a failure */
  readonly recoveries: readonly ScenarioLink[];
}

export interface HookView extends Pick<RecordedHook, 'when' | 'name' | 'where' | 'message'> {
  readonly state: State;
}

export interface StepView {
  readonly id: string;
  /** the document's number; empty where the document has none */
  readonly number: string;
  readonly keyword: string;
  /** whether the step looks at what came out, rather than do something */
  readonly check: boolean;
  readonly text: string;
  /** the step in one line, for lists */
  readonly label: string;
  readonly parts: readonly TextPart[];
  readonly state: State;
  readonly message: string;
  readonly table: TableView | null;
  readonly docString: string | null;
  readonly evidence: EvidenceView;
  readonly sources: readonly SourceView[];
}

/** A step of a procedure run, with the examples beside it and the machines on which it is carried out. */
export interface RunStepView extends StepView {
  /** its place in the procedure run, from 1; 0 for what has to hold before */
  readonly order: number;
  readonly card: StepCard;
  /** the machines on which it is done, except those that its title names */
  readonly places: readonly string[];
  /** the failures at this step, and how the machine shows them */
  readonly failures: readonly Example[];
  /** the failures whose steps another page shows, each with its explanation */
  readonly troubles: readonly Trouble[];
  /** what else holds at this step */
  readonly rules: readonly Example[];
  /** how what the step did is taken back */
  readonly rollbacks: readonly Example[];
  /** the executed rollbacks, and the reasons why the rest cannot be taken back */
  readonly rollback: { readonly by: readonly ScenarioLink[]; readonly not: readonly string[] };
  /** the machines on which it is done, and the account */
  readonly where: readonly { readonly machines: readonly string[]; readonly account: string }[];
  /** the page of the window that is open after it; empty texts without one */
  readonly expected: { readonly title: string; readonly page: string };
  /** the address of the section of the source document that the step carries out */
  readonly published: string;
  /** one for each machine of the procedure run */
  readonly cells: readonly GridCell[];
  /** the same in the columns of the grid */
  readonly columns: readonly GridColumn[];
  /** the machines for which the change record of the page has an entry; machines with the same results share a column */
  readonly entries: readonly GridColumn[];
  /** where the plan of each pool has it */
  readonly planned: readonly PlannedIn[];
  /** what follows if a person skips it or does it otherwise */
  readonly slips: StepSlips;
}

/** What is seen of a failure, why it happens and what helps, with a link to its scenario. */
export interface Trouble extends Pick<Example, 'explanation' | 'recoveries' | 'symptoms'> {
  /** its anchor on the page; empty where an earlier step of the page has the explanation */
  readonly id: string;
  /** what is seen first; empty if nothing is seen */
  readonly saying: string;
  readonly name: string;
  /** the page that shows its steps, or the earlier place on the same page */
  readonly href: string;
}

/** The steps of one plan that are taken from a step of a procedure. */
export interface PlannedIn {
  readonly pool: string;
  readonly steps: readonly StepInPlan[];
}
