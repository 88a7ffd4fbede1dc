import type { SlipTable } from '../../evidence/slip-records';
import type { FeatureElement } from '../../recording/model/feature-document';
import type { RecordedFeature, Recording } from '../../recording/model/recorded-run';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import type { KnownFailure } from '../source-document/known-failures';
import type { LedgerEntry } from '../source-document/ledger';
import type { SourceDocument } from '../source-document/source-document';
import type { Trace } from '../source-document/trace';
import type { PageAnchors } from './anchors';
import type { PlanOutline, SameSteps } from './plans';
import type { ProducedFile } from './produced-files';
import type { Rollback } from './rollbacks';
import type { VerificationContext } from './verification';

/**
 * The structure of a runbook without its texts: procedures, the examples beside their steps, and every anchor. It is
 * made in one pass from the recorded run, does not change, and is the same in every language.
 */
export interface RunbookOutline {
  readonly recording: Recording;
  /** all scenarios, in the order of the files */
  readonly scenarios: readonly RecordedScenario[];
  /** one for each pool whose plan was executed */
  readonly plans: readonly PlanOutline[];
  readonly procedures: readonly ProcedureOutline[];
  readonly anchors: PageAnchors;
  readonly files: readonly ProducedFile[];
  readonly trace: Trace;
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** null: it is not known where the source document is published */
  readonly document: SourceDocument | null;
  /** the known failures by their ids */
  readonly knownFailures: ReadonlyMap<string, KnownFailure>;
  /** of each scenario about a failure the scenarios that show a way out */
  readonly recoveries: ReadonlyMap<RecordedScenario, readonly RecordedScenario[]>;
  /** of each step of a procedure run how it is rolled back */
  readonly rollbacks: ReadonlyMap<RecordedStep, Rollback>;
  readonly sameSteps: SameSteps;
  readonly verification: VerificationContext;
  /** the executed slips of the procedures; null: they were not asked for */
  readonly slips: SlipTable | null;
}

/** One feature file: a documented procedure, or a chapter of examples. */
export interface ProcedureOutline {
  readonly feature: RecordedFeature;
  readonly id: string;
  /** the file of its page */
  readonly file: string;
  readonly runs: readonly ProcedureRunOutline[];
  /** examples that belong to no single step */
  readonly groups: readonly GroupOutline[];
  /** examples of the feature file that are shown beside the step of another procedure */
  readonly elsewhere: readonly RecordedScenario[];
  /** the scenarios on which the procedure's state rests */
  readonly shown: readonly RecordedScenario[];
}

/** A scenario on a page. */
export interface ExampleOutline {
  readonly id: string;
  readonly scenario: RecordedScenario;
}

/** A documented path on a page. */
export interface ProcedureRunOutline extends ExampleOutline {
  readonly steps: readonly RunStepOutline[];
}

/** A step of a documented path, with the examples beside it. */
export interface RunStepOutline {
  readonly id: string;
  readonly step: RecordedStep;
  readonly failures: readonly ExampleOutline[];
  readonly rules: readonly ExampleOutline[];
  readonly rollbacks: readonly ExampleOutline[];
}

/** The examples of one rule, or those outside rules. */
export interface GroupOutline {
  readonly rule: FeatureElement | null;
  readonly examples: readonly ExampleOutline[];
}
