import type { State } from '../../../recording/model/states';

/** What the run executed of a step on one machine. */
export interface GridCell {
  readonly machine: string;
  /** empty: the step is not done there */
  readonly state: State | '';
  /** whether the reader has something to tick off there */
  readonly box: boolean;
}
