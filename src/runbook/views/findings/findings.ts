import type { CodeView } from '../codes/code-views';
import type { DocumentFinding } from '../document/document-findings';
import type { FindingView } from '../evidence/finding-view';

/** What the run found out about the deployment and about the document. */
export interface Findings {
  /** false: the judge was not asked about the deployment, so an empty list says nothing about it */
  readonly judged: boolean;
  readonly deployment: readonly FindingView[];
  readonly document: readonly DocumentFinding[];
  readonly codes: readonly CodeView[];
}
