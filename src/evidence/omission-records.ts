import type { Value } from '../fact';

/** Why a scenario cannot be carried through on this environment; the step that says so is skipped. */
export interface NotApplicableRecord {
  readonly kind: 'not-applicable';
  readonly reason: Value;
}

/** Why a scenario is deliberately not executed for now. */
export interface Waiver {
  readonly reason: string;
  /** the last day (UTC) on which it is not executed, `YYYY-MM-DD`; empty: as long as the feature says so */
  readonly until: string;
}

/** A scenario that has not been executed, for its feature waives it. */
export interface WaivedRecord extends Waiver {
  readonly kind: 'waived';
}
