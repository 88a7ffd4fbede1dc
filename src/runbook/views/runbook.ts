import type { RunRecord } from '../../evidence/records';
import type { State } from '../../recording/model/states';
import type { Totals } from '../outline/totals';
import type { Verification } from '../outline/verification';
import type { SiteValues } from '../site-values/site-values';
import type { SourceDocument } from '../source-document/source-document';
import type { Coverage } from './coverage/coverage';
import type { EvidenceView } from './evidence/evidence-view';
import type { FileView } from './files/file-view';
import type { Findings } from './findings/findings';
import type { Diagram } from './index/diagram';
import type { IndexGroup } from './index/index-entry';
import type { UnsettledView } from './index/unsettled-views';
import type { PlanView } from './plan/plan-page';
import type { Procedure } from './procedure/procedure';
import type { SlipSheet } from './slips/slip-sheet';
import type { FailureEntry, SymptomGroup } from './troubleshooting/troubleshooting';

/**
 * The runbook as plain values, free of any language: sentences and labels of the page come from `words.ts`. Every
 * field is present, because the templates are strict; a field without content is empty or null.
 */
export interface Runbook {
  /** false: scenarios that are no rehearsal, without procedures, sentences or findings */
  readonly rehearsal: boolean;
  readonly state: State;
  readonly startedAt: string;
  readonly environment: string;
  readonly environmentFile: string;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly verification: Verification;
  /** the site-specific values that a reader may replace; null if they are unknown */
  readonly siteValues: SiteValues | null;
  readonly assumptions: RunRecord['assumptions'];
  readonly totals: Totals;
  /** scenarios that the run did not select */
  readonly unselected: number;
  /** what does not hold */
  readonly failing: readonly UnsettledView[];
  /** what could not be tried, and why */
  readonly omitted: readonly UnsettledView[];
  /** the pools, each with its servers, on which no step of a procedure was executed */
  readonly notCovered: readonly string[];
  /** the source document; empty texts where it is not known */
  readonly document: SourceDocument;
  /** one for each pool whose plan was executed */
  readonly plans: readonly PlanView[];
  readonly diagram: Diagram | null;
  readonly procedures: readonly Procedure[];
  readonly coverage: Coverage;
  readonly files: readonly FileView[];
  /** what hooks around the whole run left */
  readonly hookEvidence: EvidenceView;
  readonly findings: Findings;
  /** the worksheet of the executed slips; null without any */
  readonly slips: SlipSheet | null;
  readonly failures: readonly FailureEntry[];
  /** the failures by what is seen, in groups by procedure */
  readonly symptoms: readonly SymptomGroup[];
  /** the failures without anything recorded that an operator sees */
  readonly withoutSymptom: readonly FailureEntry[];
  /** every thing that can be looked for, in groups */
  readonly contents: readonly IndexGroup[];
}
