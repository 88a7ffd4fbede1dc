import type { FindingCodeLine } from '../../../evidence/finding-records';
import type { State } from '../../../recording/model/state';
import type { FindingView } from '../evidence/finding-view';

/** What the run found out about the deployment and about the document. */
export interface Findings {
  /** whether the judge was asked about the deployment; when not, that there are no findings says nothing */
  readonly judged: boolean;
  readonly deployment: readonly FindingView[];
  readonly document: readonly DocumentFinding[];
  readonly codes: readonly CodeView[];
}

/** A scenario, or all rows of a Scenario Outline, as a link to where the runbook shows it. */
export interface ScenarioLink<S = State> {
  readonly name: string;
  readonly href: string;
  readonly state: S;
}

/** A mistake of the document: the scenario that shows what follows when it is done literally. */
export interface DocumentFinding extends ScenarioLink<DefectState> {
  readonly id: string;
  /** the sentence of the rule that the scenario stands in; its own name outside rules */
  readonly rule: string;
  readonly sources: readonly SourceView[];
  /** what the scenario observes at its end */
  readonly consequences: readonly string[];
  /** the rule's other scenarios */
  readonly corrected: readonly ScenarioLink[];
}

/** How a mistake of the document stands: `confirmed` when what follows from it came as the scenario says. */
export type DefectState = 'confirmed' | Exclude<State, 'verified' | 'refused'>;

/** What there is to know about a code, and the scenarios in which it was found. */
export interface CodeView extends FindingCodeLine {
  readonly anchor: string;
  readonly scenarios: readonly ScenarioLink[];
}

/** How what a step did is taken back. */
export interface WaysBack {
  /** the executed rollbacks: of its own file where there are some, else of others */
  readonly by: readonly ScenarioLink[];
  /** what is not taken back, in sentences */
  readonly not: readonly string[];
}

/** A way in which a procedure fails, by what the operator sees. */
export interface Trouble extends ScenarioLink {
  /** codes, symbolic names, event numbers: what the machine says, word for word */
  readonly symptoms: readonly string[];
  readonly seen: readonly string[];
  readonly causes: readonly string[];
  readonly fixes: readonly string[];
  /** the step of a procedure at which it happens; empty texts where it belongs to none */
  readonly step: { readonly text: string; readonly href: string };
}

/** A scenario that does not hold or was not carried through, or what kept the run itself from starting or ending. */
export interface Problem {
  readonly state: State;
  readonly procedure: string;
  readonly scenario: string;
  readonly step: string;
  readonly message: string;
  /** the last day of its waiver, `YYYY-MM-DD`; empty where there is none */
  readonly until: string;
  readonly href: string;
}

export interface SourceView {
  readonly id: string;
  readonly href: string;
}
