import type { Value } from '../fact';

/** What the judge leaves behind: what it found, and what its codes mean. */

/** One finding of the judge. */
export interface FindingLine {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** the pool it is about */
  readonly pool: string;
  /** the server it was found on; absent where it is about several together */
  readonly server?: string;
  readonly detail: Value;
  readonly remedy: string;
  readonly source: string;
}

/** What the judge found when the step asked for it; none: all is as it has to be. */
export interface FindingsRecord {
  readonly kind: 'findings';
  readonly findings: readonly FindingLine[];
}

/** What there is to know about one code of the judge. */
export interface FindingCodeLine {
  readonly code: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly symptom: string;
  readonly cause: string;
  readonly check: string;
  readonly fix: string;
  readonly source: string;
  readonly certainty: 'documented' | 'reported' | 'assumed';
}

/** Every code that the judge of this run could have used; one record per run. */
export interface FindingCodesRecord {
  readonly kind: 'finding-codes';
  readonly codes: readonly FindingCodeLine[];
}
