import type { Value } from '../fact';

/** The reason why the environment does not allow a scenario. The step with this record is skipped. */
export interface NotApplicableRecord {
  readonly kind: 'not-applicable';
  readonly reason: Value;
}

/** The reason why a scenario is deliberately not executed for now. */
export interface Waiver {
  readonly reason: string;
  /** the last day (UTC) on which it is not executed, `YYYY-MM-DD`; empty: while the feature contains the waiver */
  readonly until: string;
}

/** A scenario that was not executed because its feature waives it. */
export interface WaivedRecord extends Waiver {
  readonly kind: 'waived';
}
