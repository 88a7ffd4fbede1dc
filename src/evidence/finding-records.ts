import type { Value } from '../fact';

/** Records of the judge: its findings, and the meaning of its codes. */

/** One finding of the judge. */
export interface FindingLine {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** the pool of the finding */
  readonly pool: string;
  /** the server of the finding; absent if it concerns several servers */
  readonly server?: string;
  readonly detail: Value;
  readonly remedy: Value;
  readonly source: Value;
}

/** The judge's findings when the step requested them; an empty list means that everything is correct. */
export interface FindingsRecord {
  readonly kind: 'findings';
  readonly findings: readonly FindingLine[];
}

/** The reference page of one code of the judge. */
export interface FindingCodeLine {
  readonly code: string;
  readonly title: Value;
  readonly severity: 'error' | 'warning' | 'info';
  readonly symptom: Value;
  readonly cause: Value;
  /** the command to type or the place to inspect */
  readonly check: string;
  readonly fix: Value;
  /** several causes that lead to the code, each with its sign and its own remedy; absent if there is one cause */
  readonly causes?: readonly FindingCauseLine[];
  readonly source: Value;
  readonly certainty: 'documented' | 'reported' | 'assumed';
}

/** One of several causes of a code. */
export interface FindingCauseLine {
  readonly cause: Value;
  /** how to tell it from the other causes */
  readonly sign: Value;
  readonly fix: Value;
}

/** All codes that the judge can use in this run; one record for each run. */
export interface FindingCodesRecord {
  readonly kind: 'finding-codes';
  readonly codes: readonly FindingCodeLine[];
}
